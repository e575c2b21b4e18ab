package org.titiktutur;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * EPUBCheck, with the libraries that it wants and none of ours: it lives behind a class loader of
 * its own.
 */
public final class EpubCheck {

  private static ClassLoader loader;

  private EpubCheck() {}

  /** What it says of a file, each beginning with how bad it is; empty if the file is valid. */
  public static synchronized List<String> messages(Path epub) throws Exception {
    Path report = Files.createTempFile("epubcheck", ".json");
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    PrintStream out = System.out;
    PrintStream err = System.err;
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    try {
      thread.setContextClassLoader(loader());
      System.setOut(nowhere);
      System.setErr(nowhere);
      Class<?> checker = loader().loadClass("com.adobe.epubcheck.tool.EpubChecker");
      String[] arguments = {epub.toString(), "--json", report.toString()};
      checker
          .getMethod("run", String[].class)
          .invoke(checker.getConstructor().newInstance(), (Object) arguments);
    } finally {
      System.setOut(out);
      System.setErr(err);
      thread.setContextClassLoader(before);
    }
    List<String> messages = new ArrayList<>();
    JsonNode root = new ObjectMapper().readTree(report.toFile());
    Files.delete(report);
    if (root.path("checker").path("checkerVersion").asText().isEmpty()) {
      throw new IOException("EPUBCheck did not report");
    }
    for (JsonNode message : root.path("messages")) {
      JsonNode where = message.path("locations").path(0);
      messages.add(
          String.join(
              " ",
              message.path("severity").asText(),
              message.path("ID").asText(),
              where.path("path").asText() + ":" + where.path("line").asText(),
              message.path("message").asText()));
    }
    return messages;
  }

  /** Without the Nu checker, whose class path Maven hands over with it: its parsers are others. */
  private static ClassLoader loader() throws IOException {
    if (loader == null) {
      List<URL> jars = new ArrayList<>();
      for (String jar : Files.readString(Path.of("target/epubcheck.classpath")).split(":")) {
        if (!jar.contains("/nu/validator/validator/")) {
          jars.add(url(jar));
        }
      }
      loader = new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }
    return loader;
  }

  private static URL url(String jar) throws MalformedURLException {
    return Path.of(jar).toUri().toURL();
  }
}
