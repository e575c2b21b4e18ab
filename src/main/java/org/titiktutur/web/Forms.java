package org.titiktutur.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpException;

/**
 * Reads forms: short ones in memory, files streamed to disk under a limit. A form from a browser
 * must carry the visitor's token.
 */
public final class Forms {

  /** Bytes of a form without files. */
  static final int LIMIT = 1 << 20;

  /** Bytes that a multipart request may have beyond its file: boundaries, headers, other fields. */
  static final long AROUND_FILE = 1 << 20;

  /** How many times the limit of one file a request with many may have. */
  static final int FILES_AT_ONCE = 8;

  private final Path folder;
  private final long uploadLimit;

  public Forms(WebSettings settings) {
    this.folder = settings.scratch();
    this.uploadLimit = settings.uploadLimit();
  }

  /**
   * A page's form, with or without files.
   *
   * @throws ProblemException {@code form-expired} where it does not carry the visitor's token,
   *     {@code too-large}, {@code bad-form}
   */
  public Form read(ContainerRequestContext request, HttpServletRequest servlet) {
    return held(readFiles(request, servlet));
  }

  /**
   * A page's form with files of which each may be beyond the limit: the page looks at {@link
   * SentFile#bytes} and says which.
   *
   * @throws ProblemException {@code form-expired}, {@code bad-form}; {@code too-large} where all
   *     together are
   */
  public Form readFiles(ContainerRequestContext request, HttpServletRequest servlet) {
    Form form = readAny(request, servlet, uploadLimit * FILES_AT_ONCE);
    Visitor visitor = Visitor.of(request);
    if (visitor.shown() != Visitor.Shown.TOKEN
        && !same(visitor.csrf(), form.text("csrf").orElse(null))) {
      close(form);
      throw new ProblemException(ProblemKind.FORM_EXPIRED);
    }
    return form;
  }

  /**
   * A script's form; who sent it was seen at the gate.
   *
   * @throws ProblemException {@code too-large}, {@code bad-form}
   */
  public Form readFromScript(ContainerRequestContext request, HttpServletRequest servlet) {
    return held(readAny(request, servlet, uploadLimit + AROUND_FILE));
  }

  /** Holds every file to the limit. */
  private Form held(Form form) {
    if (form.largest() > uploadLimit) {
      close(form);
      throw tooLarge();
    }
    return form;
  }

  private Form readAny(
      ContainerRequestContext request, HttpServletRequest servlet, long requestLimit) {
    MediaType type = request.getMediaType();
    if (type != null && type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE)) {
      if (servlet.getContentLengthLong() > requestLimit) {
        throw tooLarge();
      }
      return multipart(servlet);
    }
    if (type != null && type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE)) {
      return new Form(fields(request), Map.of());
    }
    throw new ProblemException(ProblemKind.MEDIA_TYPE);
  }

  private ProblemException tooLarge() {
    return new ProblemException(ProblemKind.TOO_LARGE, uploadLimit >> 20);
  }

  private Form multipart(HttpServletRequest servlet) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    Map<String, List<SentFile>> files = new LinkedHashMap<>();
    Form form = new Form(fields, files);
    try {
      for (Part part : servlet.getParts()) {
        if (part.getSubmittedFileName() == null) {
          String value = new String(part.getInputStream().readNBytes(LIMIT), UTF_8);
          fields.computeIfAbsent(part.getName(), key -> new ArrayList<>()).add(value);
          part.delete();
        } else if (!part.getSubmittedFileName().isBlank()) {
          files.computeIfAbsent(part.getName(), key -> new ArrayList<>()).add(keep(part));
        }
      }
      return form;
    } catch (IOException | ServletException | IllegalStateException e) {
      close(form);
      throw refused(e);
    } catch (RuntimeException e) {
      close(form);
      throw e;
    }
  }

  private SentFile keep(Part part) throws IOException {
    Path file = Files.createTempFile(folder, "upload", "");
    // Jetty moves its own file there where it has one.
    part.write(file.toString());
    String type = part.getContentType();
    return new SentFile(
        file, bare(part.getSubmittedFileName()), Optional.ofNullable(type), part.getSize());
  }

  /** Some browsers once sent whole paths. */
  private static String bare(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String clean = last.replaceAll("\\p{Cntrl}", "").strip();
    return clean.isEmpty() ? "source" : clean.substring(0, Math.min(clean.length(), 255));
  }

  private RuntimeException refused(Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof HttpException http && http.getCode() != 400) {
        return http.getCode() == 413
            ? tooLarge()
            : new ProblemException(failure, ProblemKind.ofStatus(http.getCode()));
      }
      String message = String.valueOf(cause.getMessage());
      if (message.startsWith("max ") && message.contains("exceeded")) {
        return tooLarge();
      }
      if (message.contains("No space left")) {
        return new ProblemException(failure, ProblemKind.DISK_FULL);
      }
    }
    return new ProblemException(failure, ProblemKind.BAD_FORM);
  }

  private static Map<String, List<String>> fields(ContainerRequestContext request) {
    byte[] bytes;
    try {
      bytes = request.getEntityStream().readNBytes(LIMIT + 1);
    } catch (IOException e) {
      throw new ProblemException(e, ProblemKind.BAD_FORM);
    }
    if (bytes.length > LIMIT) {
      throw new ProblemException(ProblemKind.TOO_LARGE, LIMIT >> 20);
    }
    Map<String, List<String>> fields = new LinkedHashMap<>();
    try {
      String text = UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes)).toString();
      for (String pair : text.split("&")) {
        if (!pair.isEmpty()) {
          String[] sides = pair.split("=", 2);
          fields
              .computeIfAbsent(URLDecoder.decode(sides[0], UTF_8), key -> new ArrayList<>())
              .add(sides.length < 2 ? "" : URLDecoder.decode(sides[1], UTF_8));
        }
      }
    } catch (CharacterCodingException | IllegalArgumentException e) {
      throw new ProblemException(e, ProblemKind.BAD_FORM);
    }
    return fields;
  }

  /** Compares without telling by its time how much is right. */
  static boolean same(String expected, String sent) {
    return sent != null
        && !expected.isEmpty()
        && MessageDigest.isEqual(expected.getBytes(UTF_8), sent.getBytes(UTF_8));
  }

  private static void close(Form form) {
    try {
      form.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
