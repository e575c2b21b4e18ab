package org.titiktutur.embossing;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.daisy.dotify.api.embosser.EmbosserFactoryProperties;
import org.daisy.dotify.api.embosser.EmbosserProvider;

/**
 * The models of embossers that braille-utils knows, by their makers, and the generic text embosser.
 */
public final class Catalogue {

  /**
   * Models that braille-utils 1.0.7 lists and cannot drive. Most give no bytes, whatever the paper:
   * cells are compared with millimetres, a roll is taken for a sheet, or only a printer of the
   * operating system is written to. The bar's end of a page is the same byte as dots 3 and 4, and
   * the Portathiel's ends of lines come out in the encoding of the computer that we run on.
   */
  private static final List<String> NOT_DRIVEN =
      List.of(
          "braillo-300",
          "braillo-440-sw",
          "braillo-440-swsf",
          "braillo-600-sr",
          "braillo-650-sf",
          "braillo-650-sw",
          "index-basic-blue-bar",
          "portathiel-blue");

  private static final Map<String, Model> MODELS = new LinkedHashMap<>();

  static {
    Stream.concat(
            Stream.of((Model) TextModel.GENERIC),
            ServiceLoader.load(EmbosserProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .flatMap(Catalogue::models)
                .sorted(
                    Comparator.comparing(CatalogueModel::maker)
                        .thenComparing(CatalogueModel::name)))
        .forEach(model -> MODELS.put(model.id(), model));
  }

  private Catalogue() {}

  /** Every model, those of one maker beside each other. */
  public static List<Model> models() {
    return List.copyOf(MODELS.values());
  }

  public static Optional<Model> find(String id) {
    return Optional.ofNullable(MODELS.get(id.strip().toLowerCase(Locale.ROOT)));
  }

  private static Stream<CatalogueModel> models(EmbosserProvider maker) {
    maker.setCreatedWithSPI();
    return maker.list().stream()
        .filter(each -> !id(each).equals("none") && !NOT_DRIVEN.contains(id(each)))
        .map(each -> new CatalogueModel(id(each), each, maker));
  }

  private static String id(EmbosserFactoryProperties model) {
    String identifier = model.getIdentifier();
    return identifier
        .substring(identifier.lastIndexOf('.') + 1)
        .toLowerCase(Locale.ROOT)
        .replace('_', '-');
  }
}
