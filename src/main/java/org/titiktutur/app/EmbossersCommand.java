package org.titiktutur.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.titiktutur.embossing.Catalogue;
import org.titiktutur.embossing.CatalogueModel;
import org.titiktutur.embossing.Model;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code titik embossers}: models of embossers, and ways to reach one. */
@Command(name = "embossers")
final class EmbossersCommand implements Callable<Integer> {

  private static final List<String> ADDRESSES = List.of("tcp://HOST:9100", "file:PATH");

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  private final Shell shell;

  EmbossersCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws JsonProcessingException {
    List<Row> rows =
        Stream.concat(
                Catalogue.models().stream().map(this::row),
                ADDRESSES.stream().map(id -> row("address", id)))
            .toList();
    if (json) {
      shell.out().println(new JsonMapper().writeValueAsString(rows));
    } else {
      rows.forEach(row -> shell.out().println(row.id() + "\t" + row.kind() + "\t" + row.name()));
    }
    return Exit.MADE;
  }

  private Row row(Model model) {
    return model instanceof CatalogueModel known
        ? new Row(known.id(), "model", named(known))
        : row("model", model.id());
  }

  /** Some models have their maker's name in their own. */
  private static String named(CatalogueModel model) {
    return model.name().startsWith(model.maker())
        ? model.name()
        : model.maker() + " " + model.name();
  }

  private Row row(String kind, String id) {
    return new Row(id, kind, shell.words().say("embossers." + id.replaceFirst(":.*", "")));
  }

  /**
   * What can stand behind {@code --to}, or what stands behind that.
   *
   * @param kind model or address
   */
  private record Row(String id, String kind, String name) {}
}
