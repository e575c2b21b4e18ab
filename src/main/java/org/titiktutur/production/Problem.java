package org.titiktutur.production;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Why a rendition failed or waits. Its sentence stands under the code in {@code
 * messages/renditions_*.properties}, and what to do under the code with {@code .do} behind it.
 */
public record Problem(Code code, List<String> arguments) {

  /** Codes are stable. */
  public enum Code {
    SOURCE_REFUSED,
    FORMAT_NOT_HERE,
    VOICE_NOT_HERE,
    TABLE_NOT_HERE,
    TABLE_BROKEN,
    SIX_DOTS_ONLY,
    BRAILLE_NOT_HERE,
    /** It waits, and goes on when there is room. */
    DISK_FULL,
    GIVEN_UP;

    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private static final JsonMapper JSON = JsonMapper.builder().build();

  public Problem {
    arguments = List.copyOf(arguments);
  }

  static Problem of(Code code, String... arguments) {
    return new Problem(code, Arrays.asList(arguments));
  }

  static Problem of(NotHereException missing) {
    Code code =
        switch (missing.kind()) {
          case FORMAT -> Code.FORMAT_NOT_HERE;
          case VOICE -> Code.VOICE_NOT_HERE;
          case TABLE -> Code.TABLE_NOT_HERE;
          case BROKEN_TABLE -> Code.TABLE_BROKEN;
          case SIX_DOTS -> Code.SIX_DOTS_ONLY;
          case LIBLOUIS -> Code.BRAILLE_NOT_HERE;
        };
    return of(code, missing.name());
  }

  /** What {@link org.titiktutur.catalog.Rendition#problem} holds. */
  public static Problem parse(String json) {
    try {
      return JSON.readValue(json, Problem.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a problem: " + json, e);
    }
  }

  String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is wrong and what to do, on one line. */
  public String say(Phrases words) {
    Object[] values = arguments.toArray();
    return words.say(code.code(), values) + " " + words.say(code.code() + ".do", values);
  }
}
