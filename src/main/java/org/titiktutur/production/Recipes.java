package org.titiktutur.production;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/** The recipes there are. */
public final class Recipes {

  private static final List<Recipe> ALL =
      List.of(
          new Mp3Recipe(),
          new M4bRecipe(),
          new EpubRecipe(Format.EPUB3),
          new EpubRecipe(Format.EPUB),
          new DaisyRecipe(Format.DAISY202, Clock.system(ZoneId.systemDefault())),
          new DaisyRecipe(Format.DAISY3, Clock.system(ZoneId.systemDefault())),
          new BrailleRecipe(Format.BRF),
          new BrailleRecipe(Format.PEF),
          new LargePrintRecipe(),
          new HtmlRecipe(),
          new TextRecipe());

  private Recipes() {}

  public static Recipe of(Format format) throws NotHereException {
    return ALL.stream()
        .filter(recipe -> recipe.format() == format)
        .findFirst()
        .orElseThrow(() -> new NotHereException(NotHereException.Kind.FORMAT, format.code()));
  }

  /** Formats that can be made. */
  public static List<Format> formats() {
    return ALL.stream().map(Recipe::format).toList();
  }

  /** Codes of the formats that can be made, with commas between. */
  public static String codes() {
    return ALL.stream().map(recipe -> recipe.format().code()).collect(Collectors.joining(", "));
  }
}
