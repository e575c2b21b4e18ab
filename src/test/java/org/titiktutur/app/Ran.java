package org.titiktutur.app;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.titiktutur.production.Phrases;
import org.titiktutur.production.Tongue;

/** A command that was run, with real workers, and what it said. */
record Ran(int exit, String out, String err) {

  static Ran titik(Object... args) {
    return titik(Tongue.ENGLISH, args);
  }

  static Ran titik(Tongue tongue, Object... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Shell shell =
        new Shell(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            tongue,
            new Phrases("cli", tongue),
            false);
    int exit = Titik.run(shell, Arrays.stream(args).map(String::valueOf).toArray(String[]::new));
    return new Ran(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
