package org.titiktutur.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.regex.Pattern;
import org.eclipse.jetty.ee10.servlet.HttpOutput;

/**
 * A file on its way to somebody: whole, or the ranges that a player or a download manager wants.
 */
public final class FileContent {

  /**
   * What is sent.
   *
   * @param file never named by a request; found by its hash
   * @param name as the person who keeps it shall see it
   * @param sha256 lower-case hex; the entity tag
   */
  public record Source(Path file, long bytes, String sha256, String name, String mediaType) {}

  private static final Pattern MARKS = Pattern.compile("\\p{M}");
  private static final Pattern NOT_PLAIN = Pattern.compile("[^\\x20-\\x7e]|[\"\\\\%]");
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /** More than Jersey holds back to see whether it is all. */
  private static final int BEGINNING = 16 << 10;

  private record Stretch(String before, ByteRanges.Range range) {}

  private final Path file;
  private final List<Stretch> stretches;
  private final byte[] after;

  private FileContent(Path file, List<Stretch> stretches, byte[] after) {
    this.file = file;
    this.stretches = stretches;
    this.after = after;
  }

  /**
   * Answers GET and HEAD for a file, with conditions (RFC 9110, 13) and ranges (14).
   *
   * @throws ProblemException {@code changed-meanwhile} or {@code range}
   */
  public static Response answer(ContainerRequestContext request, Source source) {
    String tag = "\"" + source.sha256() + "\"";
    Conditions.ifMatch(request, tag);
    Response.ResponseBuilder answer =
        Response.ok()
            .header(HttpHeaders.ETAG, tag)
            .header("Accept-Ranges", "bytes")
            .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
            .header(HttpHeaders.VARY, "Cookie, Authorization");
    if (Conditions.unchanged(request, tag)) {
      return answer.status(Response.Status.NOT_MODIFIED).build();
    }
    answer.header(HttpHeaders.CONTENT_DISPOSITION, disposition(source.name()));
    boolean head = request.getMethod().equals("HEAD");
    String ifRange = request.getHeaderString("If-Range");
    Optional<List<ByteRanges.Range>> ranges =
        head || (ifRange != null && !ifRange.strip().equals(tag))
            ? Optional.empty()
            : ByteRanges.parse(request.getHeaderString("Range"), source.bytes());
    if (ranges.isEmpty()) {
      answer.header(HttpHeaders.CONTENT_LENGTH, source.bytes()).type(source.mediaType());
      ByteRanges.Range whole = new ByteRanges.Range(0, source.bytes() - 1);
      return head ? answer.build() : answer.entity(of(source, whole)).build();
    }
    List<ByteRanges.Range> wanted = ranges.get();
    if (wanted.isEmpty()) {
      throw new ProblemException(ProblemKind.RANGE, source.bytes());
    }
    answer.status(Response.Status.PARTIAL_CONTENT);
    if (wanted.size() == 1) {
      return answer
          .type(source.mediaType())
          .header("Content-Range", contentRange(wanted.get(0), source.bytes()))
          .header(HttpHeaders.CONTENT_LENGTH, wanted.get(0).length())
          .entity(of(source, wanted.get(0)))
          .build();
    }
    return many(answer, source, wanted);
  }

  private static Response many(
      Response.ResponseBuilder answer, Source source, List<ByteRanges.Range> wanted) {
    String boundary = UUID.randomUUID().toString();
    List<Stretch> stretches = new ArrayList<>();
    for (ByteRanges.Range range : wanted) {
      String before =
          "\r\n--"
              + boundary
              + "\r\nContent-Type: "
              + source.mediaType()
              + "\r\nContent-Range: "
              + contentRange(range, source.bytes())
              + "\r\n\r\n";
      stretches.add(new Stretch(before, range));
    }
    byte[] after = ("\r\n--" + boundary + "--\r\n").getBytes(UTF_8);
    long length =
        after.length
            + stretches.stream()
                .mapToLong(each -> each.before().length() + each.range().length())
                .sum();
    return answer
        .type("multipart/byteranges; boundary=" + boundary)
        .header(HttpHeaders.CONTENT_LENGTH, length)
        .entity(new FileContent(source.file(), stretches, after))
        .build();
  }

  private static FileContent of(Source source, ByteRanges.Range range) {
    return new FileContent(source.file(), List.of(new Stretch("", range)), new byte[0]);
  }

  private static String contentRange(ByteRanges.Range range, long bytes) {
    return "bytes " + range.first() + "-" + range.last() + "/" + bytes;
  }

  /** RFC 6266: a name in ASCII for old clients, and the real one. */
  static String disposition(String name) {
    String bare = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
    String ascii = NOT_PLAIN.matcher(bare).replaceAll("_");
    StringBuilder extended = new StringBuilder();
    for (byte each : name.getBytes(UTF_8)) {
      char letter = (char) (each & 0xff);
      if (letter < 0x80
          && (Character.isLetterOrDigit(letter) || "!#$&+-.^_`|~".indexOf(letter) >= 0)) {
        extended.append(letter);
      } else {
        extended.append('%').append(HEX.toHexDigits(each));
      }
    }
    return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + extended;
  }

  /**
   * Writes the beginning as any answer is written, which sends the headers, and what is left from
   * the file to the socket by way of one buffer that neither Java nor Jersey copies again.
   */
  private void writeTo(OutputStream out, HttpServletResponse response) throws IOException {
    ByteBuffer buffer = Buffers.take();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      boolean begun = false;
      for (Stretch stretch : stretches) {
        out.write(stretch.before().getBytes(UTF_8));
        long at = stretch.range().first();
        while (at <= stretch.range().last()) {
          int most = begun ? buffer.capacity() : BEGINNING;
          buffer.clear().limit((int) Math.min(most, stretch.range().last() - at + 1));
          int read = channel.read(buffer, at);
          if (read < 0) {
            throw new IOException("shorter than recorded: " + file.getFileName());
          }
          buffer.flip();
          if (begun && response.getOutputStream() instanceof HttpOutput socket) {
            socket.write(buffer);
          } else {
            byte[] piece = new byte[read];
            buffer.get(piece);
            out.write(piece);
            begun = stretches.size() == 1 && response.isCommitted();
          }
          at += read;
        }
      }
      out.write(after);
    } finally {
      Buffers.giveBack(buffer);
    }
  }

  /** Buffers outside Java's heap, a few of them kept: making one costs more than filling it. */
  private static final class Buffers {
    private static final int BYTES = 64 << 10;
    private static final BlockingQueue<ByteBuffer> KEPT = new ArrayBlockingQueue<>(64);

    static ByteBuffer take() {
      ByteBuffer kept = KEPT.poll();
      return kept == null ? ByteBuffer.allocateDirect(BYTES) : kept;
    }

    static void giveBack(ByteBuffer buffer) {
      // Beyond those that are kept the garbage collector has it.
      KEPT.offer(buffer);
    }
  }

  /** Streams files; tells Jersey how. */
  static final class Writer implements MessageBodyWriter<FileContent> {

    /** Filled by Jersey; gives the answer at hand. */
    @Inject private Provider<HttpServletResponse> response;

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] notes, MediaType media) {
      return type == FileContent.class;
    }

    @Override
    public void writeTo(
        FileContent content,
        Class<?> type,
        Type generic,
        Annotation[] notes,
        MediaType media,
        MultivaluedMap<String, Object> headers,
        OutputStream out)
        throws IOException {
      content.writeTo(out, response.get());
    }
  }

  @Override
  public String toString() {
    return file.getFileName() + " " + Arrays.toString(stretches.toArray());
  }
}
