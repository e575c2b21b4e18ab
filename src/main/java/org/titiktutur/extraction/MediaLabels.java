package org.titiktutur.extraction;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/** What people call the kinds of file that are no books, found by Tika's signatures. */
final class MediaLabels {

  private MediaLabels() {}

  /** What the bytes are; empty if no signature fits. */
  static String of(Path source) throws IOException {
    MediaType type;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(source))) {
      type = MimeTypes.getDefaultMimeTypes().detect(in, new Metadata());
    }
    return switch (type.getBaseType().toString()) {
      case "application/octet-stream", "text/plain" -> "";
      case "application/x-tika-msoffice", "application/msword" ->
          "Microsoft Office 97 (DOC, XLS, PPT)";
      case "application/x-mobipocket-ebook", "application/vnd.amazon.ebook" -> "Kindle";
      case "application/x-executable",
          "application/x-sharedlib",
          "application/x-elf",
          "application/x-object",
          "application/x-coredump" ->
          "ELF";
      case "application/x-msdownload", "application/x-dosexec" -> "EXE";
      case "image/vnd.djvu" -> "DjVu";
      case "application/x-7z-compressed" -> "7-Zip";
      case "application/x-rar-compressed" -> "RAR";
      case "application/gzip" -> "GZIP";
      case "application/java-vm" -> "Java";
      default -> label(type.getSubtype());
    };
  }

  private static String label(String subtype) {
    return subtype.replaceFirst("^(x-|vnd\\.)", "").toUpperCase(Locale.ROOT);
  }
}
