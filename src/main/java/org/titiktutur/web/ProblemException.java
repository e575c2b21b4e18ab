package org.titiktutur.web;

import java.util.Arrays;
import java.util.List;

/** Ends a request with a problem: a document for scripts, a page for people. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemKind kind;
  private final transient List<String> arguments;

  public ProblemException(ProblemKind kind, Object... arguments) {
    this(null, kind, arguments);
  }

  /**
   * A problem with what caused it.
   *
   * @param cause for the log
   */
  public ProblemException(Throwable cause, ProblemKind kind, Object... arguments) {
    super(kind.code() + " " + Arrays.toString(arguments), cause);
    this.kind = kind;
    this.arguments = Arrays.stream(arguments).map(String::valueOf).toList();
  }

  public ProblemKind kind() {
    return kind;
  }

  List<String> arguments() {
    return arguments;
  }
}
