package org.titiktutur.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.titiktutur.patrons.People;
import org.titiktutur.patrons.Person;
import org.titiktutur.patrons.Role;

/**
 * Every door, and what it says to a stranger, to somebody who is signed in and to an administrator.
 * A door that is not in the table fails.
 */
class DoorsTableTest {

  /**
   * CLOSED is an item, or its rendition, that is not for everybody; {@code json} and {@code form}
   * are what is sent.
   */
  private static final String TABLE =
      """
      GET    /api/v1/openapi.json                  -     200 200 200
      GET    /api/v1/formats                       -     200 200 200
      GET    /api/v1/voices                        -     200 200 200
      GET    /api/v1/tables                        -     200 200 200
      GET    /api/v1/items                         -     200 200 200
      POST   /api/v1/items                         form  401 403 201
      GET    /api/v1/items/CLOSED                  -     404 404 200
      PATCH  /api/v1/items/CLOSED                  json  401 403 200
      DELETE /api/v1/items/none                    -     401 403 404
      POST   /api/v1/items/none/restore            -     401 403 404
      PUT    /api/v1/items/none/source             form  401 403 404
      GET    /api/v1/items/CLOSED/publication      -     404 404 200
      GET    /api/v1/items/CLOSED/findings         -     404 404 200
      POST   /api/v1/items/CLOSED/renditions       json  401 403 400
      GET    /api/v1/renditions/CLOSED             -     404 404 200
      DELETE /api/v1/renditions/none               -     401 403 404
      POST   /api/v1/renditions/none/retry         -     401 403 404
      GET    /api/v1/renditions/CLOSED/events      -     404 404 200
      GET    /api/v1/renditions/CLOSED/content     -     404 404 200
      HEAD   /api/v1/renditions/CLOSED/content     -     404 404 200
      GET    /api/v1/renditions/CLOSED/files/none  -     404 404 404
      HEAD   /api/v1/renditions/CLOSED/files/none  -     404 404 404
      POST   /api/v1/say                           json  401 403 400
      POST   /api/v1/braille                       json  401 403 400
      GET    /api/v1/embossers                     -     200 200 200
      POST   /api/v1/embossings                    json  401 403 400
      GET    /api/v1/embossings/none               -     401 403 404
      POST   /api/v1/embossings/none/pause         -     401 403 404
      POST   /api/v1/embossings/none/resume        -     401 403 404
      POST   /api/v1/embossings/none/confirm       -     401 403 404
      POST   /api/v1/embossings/none/cancel        -     401 403 404
      GET    /                                     -     200 200 200
      GET    /assets/none/none                     -     404 404 404
      GET    /help                                 -     200 200 200
      GET    /problems/not-found                   -     200 200 200
      GET    /sign-in                              -     200 200 200
      POST   /sign-in                              post  403 422 422
      GET    /sign-out                             -     200 200 200
      POST   /sign-out                             post  403 303 303
      POST   /language                             post  403 303 303
      GET    /account                              -     401 200 200
      POST   /account/password                     post  401 422 422
      POST   /account/tokens                       post  401 422 422
      POST   /account/tokens/none/revoke           post  401 404 404
      GET    /items/CLOSED                         -     404 404 200
      POST   /items/CLOSED/renditions              post  401 403 422
      GET    /items/CLOSED/findings                -     404 404 200
      GET    /items/CLOSED/read                    -     404 404 200
      GET    /items/CLOSED/read/1                  -     404 404 200
      GET    /items/CLOSED/edit                    -     401 403 200
      POST   /items/CLOSED/edit                    post  401 403 422
      POST   /items/none/source                    form  401 403 404
      POST   /items/none/delete                    post  401 403 404
      POST   /items/none/restore                   post  401 403 404
      GET    /renditions/CLOSED                    -     404 404 200
      GET    /renditions/CLOSED/listen             -     404 404 404
      GET    /renditions/CLOSED/braille            -     404 404 404
      POST   /renditions/none/retry                post  401 403 404
      POST   /renditions/none/cancel               post  401 403 404
      POST   /renditions/none/remove               post  401 403 404
      GET    /staff                                -     401 403 200
      POST   /staff/items                          form  401 403 303
      GET    /staff/embossings                     -     401 403 200
      POST   /staff/embossings                     post  401 403 422
      GET    /staff/embossings/none                -     401 403 404
      POST   /staff/embossings/none/pause          post  401 403 404
      POST   /staff/embossings/none/confirm        post  401 403 404
      POST   /staff/embossings/none/cancel         post  401 403 404
      POST   /staff/embossings/none/resume         post  401 403 404
      GET    /staff/lexicon                        -     401 403 200
      POST   /staff/lexicon                        post  401 403 422
      POST   /staff/lexicon/import                 form  401 403 422
      GET    /staff/lexicon/pls/xx                 -     401 403 404
      POST   /staff/lexicon/undo/none              post  401 403 404
      GET    /staff/lexicon/said.wav               -     401 403 400
      GET    /staff/lexicon/words/none             -     401 403 404
      POST   /staff/lexicon/words/none             post  401 403 404
      POST   /staff/lexicon/words/none/remove      post  401 403 404
      GET    /staff/lexicon/outdated               -     401 403 200
      POST   /staff/lexicon/outdated               post  401 403 303
      GET    /items/CLOSED/lexicon                 -     401 403 200
      POST   /items/CLOSED/lexicon                 post  401 403 422
      POST   /items/none/lexicon/import            form  401 403 404
      GET    /items/CLOSED/lexicon/pls/xx          -     401 403 404
      POST   /items/CLOSED/lexicon/undo/none       post  401 403 404
      GET    /health/live                          -     200 200 200
      GET    /health/ready                         -     200 200 200
      GET    /metrics                              -     200 200 200
      """;

  private record Row(String method, String path, String sends, List<Integer> expected) {
    static Row of(String line) {
      String[] words = line.strip().split(" +");
      return new Row(
          words[0],
          words[1],
          words[2],
          List.of(Integer.valueOf(words[3]), Integer.valueOf(words[4]), Integer.valueOf(words[5])));
    }
  }

  private static final List<Row> ROWS = TABLE.lines().map(Row::of).toList();

  private static LibraryService library;
  private static String item;
  private static String rendition;
  private static String readersToken;

  @BeforeAll
  static void open(@TempDir Path data) throws Exception {
    library = new LibraryService(data);
    item = library.book("tertutup.txt", "Hanya untuk yang berhak.");
    rendition = library.rendition(item, "txt");
    People people = library.service().people();
    assertThat(people.add("pembaca", Role.READER)).isPresent();
    assertThat(people.choose("pembaca", "tujuh ekor kambing")).isTrue();
    assertThat(people.choose(People.ADMINISTRATOR, "enam ekor kambing")).isTrue();
    Person reader = people.byName("pembaca").orElseThrow();
    readersToken = people.makeToken(reader, "uji").value();
  }

  @AfterAll
  static void close() {
    library.close();
  }

  @Test
  void everyDoorIsInTheTable() {
    Set<String> missing = new TreeSet<>(library.routes());
    missing.removeIf(
        route -> ROWS.stream().anyMatch(row -> Routes.fits(route, row.method(), row.path())));

    assertThat(missing).isEmpty();
  }

  @Test
  void everyDoorSaysWhatTheTableSays() throws Exception {
    StringBuilder walked = new StringBuilder();
    StringBuilder expected = new StringBuilder();
    for (Row row : ROWS) {
      String line = row.method() + " " + row.path() + " ";
      expected.append(line).append(row.expected()).append('\n');
      walked
          .append(line)
          .append(
              List.of(come(row, null), come(row, readersToken), come(row, LibraryService.TOKEN)))
          .append('\n');
    }

    assertThat(walked.toString()).isEqualTo(expected.toString());
  }

  private static int come(Row row, String token) throws Exception {
    String closed = row.path().contains("/renditions/CLOSED") ? rendition : item;
    LibraryService.Call call = library.call(row.method(), row.path().replace("CLOSED", closed));
    if (token != null) {
      call.with("Authorization", "Bearer " + token);
    }
    switch (row.sends()) {
      case "json" -> call.json("{}");
      case "post" -> call.fields("");
      case "form" -> call.form("a.txt", "Isi.");
      default -> {}
    }
    return call.send().status();
  }
}
