package org.titiktutur.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.concurrent.Callable;
import org.titiktutur.braille.BrailleTable;
import org.titiktutur.braille.BrailleTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code titik tables}: every braille table, ours and liblouis' own. */
@Command(name = "tables")
final class TablesCommand implements Callable<Integer> {

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  private final Shell shell;

  TablesCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws JsonProcessingException {
    List<Row> rows =
        BrailleTables.standard().list().stream()
            .map(table -> new Row(table.id(), language(table), table.grade(), table.name()))
            .toList();
    if (json) {
      shell.out().println(new JsonMapper().writeValueAsString(rows));
    } else {
      rows.forEach(
          row ->
              shell
                  .out()
                  .println(String.join("\t", row.id(), row.language(), row.grade(), row.name())));
    }
    return Exit.MADE;
  }

  private static String language(BrailleTable table) {
    // liblouis writes * for any language, BCP 47 writes und.
    return table.languages().isEmpty() ? "" : table.languages().get(0).replace("*", "und");
  }

  /** A table as the API lists it too. */
  private record Row(String id, String language, String grade, String name) {}
}
