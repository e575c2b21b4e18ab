package org.titiktutur.embossing;

import static java.util.Objects.requireNonNull;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a device is reached. */
public sealed interface Address {

  /**
   * A TCP port that takes bytes as they are, and answers nothing.
   *
   * @param host name, IPv4 address, or IPv6 address without brackets
   */
  record Tcp(String host, int port) implements Address {

    /** Where printers and embossers usually listen. */
    public static final int USUAL_PORT = 9100;

    public Tcp {
      if (host.isBlank() || port < 1 || port > 65535) {
        throw new IllegalArgumentException(host + ":" + port);
      }
    }

    @Override
    public String toString() {
      return "tcp://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
  }

  /**
   * A device file, a FIFO, or a file that is to be carried to the machine. What a plain file held
   * before is lost.
   */
  record File(Path path) implements Address {
    public File {
      requireNonNull(path);
    }

    @Override
    public String toString() {
      return "file:" + path;
    }
  }

  /** Reads {@code tcp://HOST[:PORT]} and {@code file:PATH}. */
  static Address parse(String text) throws AddressException {
    Matcher scheme = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(.*)").matcher(text);
    if (!scheme.matches()) {
      throw new AddressException(AddressException.Reason.NO_ADDRESS, text);
    }
    return switch (scheme.group(1).toLowerCase(Locale.ROOT)) {
      case "tcp" -> tcp(text, scheme.group(2));
      case "file" -> file(text, scheme.group(2));
      default -> throw new AddressException(AddressException.Reason.NOT_BUILT, text);
    };
  }

  private static Address tcp(String text, String rest) throws AddressException {
    Matcher parts =
        Pattern.compile(
                "//(?:\\[([0-9A-Fa-f:.]+(?:%[\\w.-]+)?)]|([^:/?#@\\s\\[\\]]+))(?::(\\d{1,5}))?/?")
            .matcher(rest);
    if (parts.matches()) {
      String host = parts.group(1) != null ? parts.group(1) : parts.group(2);
      int port = parts.group(3) == null ? Tcp.USUAL_PORT : Integer.parseInt(parts.group(3));
      if (port >= 1 && port <= 65535) {
        return new Tcp(host, port);
      }
    }
    throw new AddressException(AddressException.Reason.MALFORMED, text);
  }

  private static Address file(String text, String rest) throws AddressException {
    String path = rest.startsWith("///") ? rest.substring(2) : rest;
    if (!path.isBlank() && !path.startsWith("//")) {
      try {
        return new File(Path.of(path));
      } catch (InvalidPathException e) {
        throw new AddressException(AddressException.Reason.MALFORMED, text);
      }
    }
    throw new AddressException(AddressException.Reason.MALFORMED, text);
  }
}
