package org.titiktutur.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Everything that can go wrong at a door. The code is a stable address under {@code /problems/};
 * the words are in {@code messages/problems_*.properties}.
 */
public enum ProblemKind {
  BAD_REQUEST(400),
  BAD_JSON(400),
  BAD_VALUE(400),
  BAD_FORM(400),
  SIGN_IN_NEEDED(401),
  WRONG_TOKEN(401),
  WRONG_PASSWORD(401),
  NOT_ALLOWED(403),
  FORM_EXPIRED(403),
  PASSWORD_MUST_CHANGE(403),
  NOT_FOUND(404),
  METHOD_NOT_ALLOWED(405),
  NOT_ACCEPTABLE(406),
  TOO_SLOW(408),
  NOT_READY(409),
  NOT_NOW(409),
  CHANGED_MEANWHILE(412),
  TOO_LARGE(413),
  ADDRESS_TOO_LONG(414),
  MEDIA_TYPE(415),
  RANGE(416),
  NOT_THERE(422),
  NOT_POSSIBLE(422),
  WEAK_PASSWORD(422),
  KEY_REUSED(422),
  TOO_MANY_REQUESTS(429),
  HEADERS_TOO_LARGE(431),
  FAULT(500),
  NOT_OFFERED(501),
  BUSY(503),
  HTTP_VERSION(505),
  DISK_FULL(507);

  private final int status;

  ProblemKind(int status) {
    this.status = status;
  }

  public int status() {
    return status;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<ProblemKind> find(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }

  /** What stands for a status that somebody else chose. */
  static ProblemKind ofStatus(int status) {
    return switch (status) {
      case 401 -> SIGN_IN_NEEDED;
      case 403 -> NOT_ALLOWED;
      case 409 -> NOT_NOW;
      default ->
          Arrays.stream(values())
              .filter(kind -> kind.status == status)
              .findFirst()
              .orElse(status >= 500 ? FAULT : BAD_REQUEST);
    };
  }
}
