package org.titiktutur.extraction;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * How the bytes of a text are letters.
 *
 * @param charset by its name
 * @param mark length of the byte order mark, in bytes
 * @param guessed whether nothing but likelihood speaks for it
 */
record TextDecoding(Charset charset, int mark, boolean guessed) {

  private static final int SAMPLE = 1 << 16;

  /** Every so many bytes of text at most one may be a control character. */
  private static final int BYTES_FOR_A_CONTROL = 50;

  /** A reader of the text; what cannot be decoded becomes U+FFFD. */
  Reader open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    in.skipNBytes(mark);
    return new InputStreamReader(
        in,
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE));
  }

  /** Finds out; null if the bytes are not text. */
  static TextDecoding of(Path file) throws IOException {
    byte[] head = head(file);
    TextDecoding marked = byMark(head);
    if (marked != null) {
      return marked.isText(head) ? marked : null;
    }
    TextDecoding wide = wide(head);
    if (wide != null) {
      return wide.isText(head) ? wide : null;
    }
    if (hasManyControls(head)) {
      return null;
    }
    Utf8 utf8 = Utf8.of(file);
    if (utf8.wrong() == 0) {
      return new TextDecoding(StandardCharsets.UTF_8, 0, false);
    }
    if (utf8.right() >= 3 * utf8.wrong()) {
      // Mostly right: a text that was cut in the middle of a letter, or patched by another program.
      return new TextDecoding(StandardCharsets.UTF_8, 0, false);
    }
    return narrow(head);
  }

  /** Finds out for bytes that are all there. */
  static TextDecoding of(byte[] bytes) {
    TextDecoding marked = byMark(bytes);
    if (marked != null) {
      return marked;
    }
    TextDecoding wide = wide(bytes);
    if (wide != null) {
      return wide;
    }
    Utf8 utf8 = new Utf8();
    utf8.add(bytes, bytes.length);
    if (utf8.right() >= 3 * utf8.wrong()) {
      return new TextDecoding(StandardCharsets.UTF_8, 0, false);
    }
    TextDecoding narrow = narrow(bytes.length > SAMPLE ? Arrays.copyOf(bytes, SAMPLE) : bytes);
    return narrow == null ? new TextDecoding(Charset.forName("windows-1252"), 0, true) : narrow;
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(SAMPLE);
    }
  }

  private static TextDecoding byMark(byte[] head) {
    if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
      return new TextDecoding(StandardCharsets.UTF_8, 3, false);
    } else if (startsWith(head, 0xFF, 0xFE, 0, 0)) {
      return new TextDecoding(Charset.forName("UTF-32LE"), 4, false);
    } else if (startsWith(head, 0, 0, 0xFE, 0xFF)) {
      return new TextDecoding(Charset.forName("UTF-32BE"), 4, false);
    } else if (startsWith(head, 0xFF, 0xFE)) {
      return new TextDecoding(StandardCharsets.UTF_16LE, 2, false);
    } else if (startsWith(head, 0xFE, 0xFF)) {
      return new TextDecoding(StandardCharsets.UTF_16BE, 2, false);
    }
    return null;
  }

  private static boolean startsWith(byte[] head, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (head.length <= i || (head[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * UTF-16 without a mark: the zero bytes of Latin letters, or at least of spaces and line ends,
   * stand on one side only.
   */
  private static TextDecoding wide(byte[] head) {
    int units = head.length / 2;
    int zerosLittle = 0;
    int zerosBig = 0;
    int spacesLittle = 0;
    int spacesBig = 0;
    for (int i = 0; i + 1 < head.length; i += 2) {
      zerosLittle += head[i + 1] == 0 ? 1 : 0;
      zerosBig += head[i] == 0 ? 1 : 0;
      spacesLittle += head[i + 1] == 0 && isCommon(head[i]) ? 1 : 0;
      spacesBig += head[i] == 0 && isCommon(head[i + 1]) ? 1 : 0;
    }
    if (units < 4) {
      return null;
    }
    if (zerosBig * 20 <= units && (zerosLittle * 2 > units || spacesLittle * 20 > units)) {
      return new TextDecoding(StandardCharsets.UTF_16LE, 0, true);
    }
    if (zerosLittle * 20 <= units && (zerosBig * 2 > units || spacesBig * 20 > units)) {
      return new TextDecoding(StandardCharsets.UTF_16BE, 0, true);
    }
    return null;
  }

  private static boolean isCommon(byte low) {
    return low == ' ' || low == '\n' || low == '\r' || low == '.' || low == ',';
  }

  private static boolean hasManyControls(byte[] head) {
    int controls = 0;
    int zeros = 0;
    for (byte b : head) {
      boolean layout = b == '\t' || b == '\n' || b == '\r' || b == '\f' || b == 0x1A;
      if (b == 0) {
        zeros++;
      } else if (b > 0 && b < ' ' && !layout) {
        controls++;
      }
    }
    return (controls > 3 && controls * BYTES_FOR_A_CONTROL > head.length)
        || zeros * 4 > head.length;
  }

  /** Whether the decoded head looks written: no tenth of it may be meaningless. */
  private boolean isText(byte[] head) {
    String text = new String(head, mark, head.length - mark, charset);
    Inline clean = new Inline(null);
    clean.append(text, null, Inline.Emphasis.NONE);
    return clean.replaced() * 10 <= text.length();
  }

  /** One of the older encodings; null if the bytes are rather no text at all. */
  private static TextDecoding narrow(byte[] head) {
    int ascii = 0;
    int high = 0;
    int undefined = 0;
    for (byte b : head) {
      if (b >= ' ' || b == '\n' || b == '\r' || b == '\t') {
        ascii++;
      } else if (b < 0) {
        high++;
        int c = b & 0xFF;
        undefined += c == 0x81 || c == 0x8D || c == 0x8F || c == 0x90 || c == 0x9D ? 1 : 0;
      }
    }
    CharsetDetector detector = new CharsetDetector();
    detector.setText(head);
    for (CharsetMatch match : detector.detectAll()) {
      String name = match.getName();
      boolean eastern = high * 4 > ascii;
      boolean latin = name.startsWith("windows-125") || name.startsWith("ISO-8859-");
      int wanted = latin ? 15 : 40;
      if (match.getConfidence() >= wanted && (latin || eastern) && Charset.isSupported(name)) {
        return new TextDecoding(simplest(head, Charset.forName(name)), 0, true);
      }
    }
    boolean written = ascii > high && undefined * 200 <= head.length;
    return written ? new TextDecoding(Charset.forName("windows-1252"), 0, true) : null;
  }

  /** Windows-1252 where it gives the same letters: no need to speak of Turkish encodings. */
  private static Charset simplest(byte[] head, Charset charset) {
    Charset western = Charset.forName("windows-1252");
    return new String(head, western).equals(new String(head, charset)) ? western : charset;
  }

  /** Counts sequences of bytes that are and are not letters of UTF-8 beyond ASCII. */
  private static final class Utf8 {
    private int right;
    private int wrong;
    private int wanted;
    private int first;

    static Utf8 of(Path file) throws IOException {
      Utf8 utf8 = new Utf8();
      byte[] buffer = new byte[SAMPLE];
      try (InputStream in = Files.newInputStream(file)) {
        for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
          utf8.add(buffer, read);
        }
      }
      return utf8;
    }

    int right() {
      return right;
    }

    int wrong() {
      return wrong;
    }

    void add(byte[] bytes, int length) {
      for (int i = 0; i < length; i++) {
        int b = bytes[i] & 0xFF;
        if (wanted > 0) {
          if (continues(b)) {
            first = 0;
            if (--wanted == 0) {
              right++;
            }
            continue;
          }
          wanted = 0;
          wrong++;
        }
        if (b >= 0x80) {
          begin(b);
        }
      }
    }

    private void begin(int b) {
      if (b >= 0xC2 && b <= 0xDF) {
        wanted = 1;
      } else if (b >= 0xE0 && b <= 0xEF) {
        wanted = 2;
      } else if (b >= 0xF0 && b <= 0xF4) {
        wanted = 3;
      } else {
        wrong++;
      }
      first = b;
    }

    /** Not every second byte may follow every first one (RFC 3629). */
    private boolean continues(int b) {
      if (b < 0x80 || b > 0xBF) {
        return false;
      }
      return switch (first) {
        case 0xE0 -> b >= 0xA0;
        case 0xED -> b <= 0x9F;
        case 0xF0 -> b >= 0x90;
        case 0xF4 -> b <= 0x8F;
        default -> true;
      };
    }
  }
}
