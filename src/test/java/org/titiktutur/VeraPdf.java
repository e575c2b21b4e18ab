package org.titiktutur;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * veraPDF, which checks PDF/UA-1. It has libraries of its own, so it lives behind a class loader of
 * its own and is called by name.
 */
public final class VeraPdf {

  private static ClassLoader loader;

  private VeraPdf() {}

  /** What breaks which clause of ISO 14289-1; empty if the file is valid. */
  public static synchronized List<String> violations(Path pdf) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try {
      thread.setContextClassLoader(loader());
      return check(pdf);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static List<String> check(Path pdf) throws Exception {
    Class<?> flavours = loader().loadClass("org.verapdf.pdfa.flavours.PDFAFlavour");
    Object accessible = flavours.getField("PDFUA_1").get(null);
    loader()
        .loadClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider")
        .getMethod("initialise")
        .invoke(null);
    Class<?> foundries = loader().loadClass("org.verapdf.pdfa.Foundries");
    Class<?> foundryType = loader().loadClass("org.verapdf.pdfa.VeraPDFFoundry");
    Class<?> parserType = loader().loadClass("org.verapdf.pdfa.PDFAParser");
    Class<?> resultType = loader().loadClass("org.verapdf.pdfa.results.ValidationResult");
    Class<?> failureType = loader().loadClass("org.verapdf.pdfa.results.TestAssertion");
    Object foundry = foundries.getMethod("defaultInstance").invoke(null);
    try (AutoCloseable parser =
        (AutoCloseable)
            foundryType
                .getMethod("createParser", File.class, flavours)
                .invoke(foundry, pdf.toFile(), accessible)) {
      Object validator =
          foundryType
              .getMethod("createValidator", flavours, boolean.class)
              .invoke(foundry, accessible, false);
      Object result =
          loader()
              .loadClass("org.verapdf.pdfa.PDFAValidator")
              .getMethod("validate", parserType)
              .invoke(validator, parser);
      if ((int) resultType.getMethod("getTotalAssertions").invoke(result) == 0) {
        throw new IOException("veraPDF checked nothing");
      }
      List<String> violations = new ArrayList<>();
      for (Object failure : (List<?>) resultType.getMethod("getTestAssertions").invoke(result)) {
        violations.add(
            failureType.getMethod("getRuleId").invoke(failure)
                + " "
                + failureType.getMethod("getMessage").invoke(failure));
      }
      return violations;
    }
  }

  private static ClassLoader loader() throws IOException {
    if (loader == null) {
      List<URL> jars = new ArrayList<>();
      for (String jar : Files.readString(Path.of("target/epubcheck.classpath")).split(":")) {
        jars.add(Path.of(jar).toUri().toURL());
      }
      loader = new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }
    return loader;
  }
}
