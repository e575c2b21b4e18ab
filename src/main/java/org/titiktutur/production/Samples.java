package org.titiktutur.production;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The sample library: works written for Titik Tutur, in the public domain, that come with the
 * program. Books that are ZIP archives are kept unpacked and packed when they are asked for.
 */
public final class Samples {

  private static final String FOLDER = "/samples/";

  private Samples() {}

  private record Index(List<Sample> samples) {}

  /** All works, in the order that a shelf shows them. */
  public static List<Sample> all() {
    try (InputStream index = resource("index.json")) {
      return List.copyOf(JsonMapper.builder().build().readValue(index, Index.class).samples());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static InputStream resource(String name) {
    return Samples.class.getResourceAsStream(FOLDER + name);
  }
}
