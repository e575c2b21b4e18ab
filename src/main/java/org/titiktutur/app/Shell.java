package org.titiktutur.app;

import java.io.PrintStream;
import org.titiktutur.production.Phrases;
import org.titiktutur.production.Tongue;

/**
 * Where a command speaks and how: results on {@code out}, everything else on {@code err}.
 *
 * @param terminal whether a person watches {@code err}
 */
record Shell(PrintStream out, PrintStream err, Tongue tongue, Phrases words, boolean terminal) {

  static Shell ofThisProcess() {
    String locale = System.getenv("TITIK_LANG");
    if (locale == null) {
      locale = System.getenv("LANG");
    }
    Tongue tongue = Tongue.ofLocale(locale);
    return new Shell(
        System.out,
        System.err,
        tongue,
        new Phrases("cli", tongue),
        "1".equals(System.getenv("TITIK_TERMINAL")));
  }

  void complain(String key, Object... arguments) {
    err.println(words.say(key, arguments));
  }
}
