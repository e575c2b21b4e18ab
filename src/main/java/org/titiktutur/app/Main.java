package org.titiktutur.app;

import java.nio.file.Path;

/** The program: a command of a person's, or a worker of such a program's. */
public final class Main {

  private Main() {}

  public static void main(String[] args) throws Exception {
    if (args.length == 2 && args[0].equals(Workers.ARGUMENT)) {
      Workers.serve(Path.of(args[1]));
      return;
    }
    Shell shell = Shell.ofThisProcess();
    int exit = Titik.run(shell, args);
    shell.out().flush();
    System.exit(exit);
  }
}
