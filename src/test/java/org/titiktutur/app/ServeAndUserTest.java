package org.titiktutur.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.titiktutur.storage.Database;
import org.titiktutur.storage.DatabaseSettings;

/** What the administrator says on the command line, while the service is stopped. */
class ServeAndUserTest {

  @TempDir private Path data;

  @Test
  void strangersAreNotServedBeforeAnAdministratorHasAPassword() {
    Ran ran = Ran.titik("serve", "--host", "0.0.0.0", "--port", "0", "--data", data);

    assertThat(ran.exit()).isEqualTo(Exit.USAGE);
    assertThat(ran.err()).contains("no administrator has chosen a password").hasLineCount(1);
  }

  @Test
  void peopleAreAddedListedResetAndRemoved() {
    Ran added = user("add", "Sari");
    assertThat(added.out()).containsPattern("One-time password of Sari: [a-z2-9-]{23}");
    assertThat(user("add", "sari").err()).contains("somebody called sari already");
    assertThat(user("list").out()).isEqualTo("Sari\tadministrator\n");
    assertThat(user("reset", "SARI").out()).contains("One-time password").isNotEqualTo(added.out());
    assertThat(user("reset", "Budi").exit()).isEqualTo(Exit.USAGE);
    assertThat(user("remove", "Sari").exit()).isEqualTo(Exit.MADE);
    assertThat(user("list").out()).isEmpty();
    assertThat(user("add").exit()).isEqualTo(Exit.USAGE);
  }

  @Test
  void aLibraryThatIsServedIsLeftAlone() throws Exception {
    try (Database served = Database.open(DatabaseSettings.sqlite(data))) {
      assertThat(served.check()).isEmpty();
      Ran refused = user("list");
      assertThat(refused.exit()).isEqualTo(Exit.FAULT);
      assertThat(refused.err()).contains("Stop it first");
      assertThat(Ran.titik("serve", "--data", data).err()).contains("in use by another");
    }
  }

  @Test
  void aDatabaseOfANewerProgramIsRefusedInOneSentence() throws Exception {
    try (Database database = Database.open(DatabaseSettings.sqlite(data))) {
      database.change(
          handle ->
              handle.execute(
                  "INSERT INTO flyway_schema_history SELECT 99, '9000', 'later', type, script,"
                      + " checksum, installed_by, installed_on, execution_time, success"
                      + " FROM flyway_schema_history WHERE installed_rank = 1"));
    }

    Ran serve = Ran.titik("serve", "--data", data);
    assertThat(serve.exit()).isEqualTo(Exit.FAULT);
    assertThat(serve.err()).contains("by a newer Titik Tutur").hasLineCount(1);
    assertThat(user("list").err()).contains("by a newer Titik Tutur");
  }

  @Test
  void everyKeyIsPrintedAsAConfigurationThatCanBeRead() throws Exception {
    Ran keys = Ran.titik("serve", "--keys");

    assertThat(keys.exit()).isEqualTo(Exit.MADE);
    java.nio.file.Files.writeString(data.resolve("titik.conf"), keys.out());
    assertThat(Configuration.read(data, Map.of(), Map.of()).port()).isEqualTo(8080);
    for (ConfigurationKey key : ConfigurationKey.values()) {
      assertThat(keys.out()).contains("\n" + key.key() + " = " + key.usual());
    }
  }

  private Ran user(String... args) {
    Object[] all = new Object[args.length + 3];
    all[0] = "user";
    System.arraycopy(args, 0, all, 1, args.length);
    all[args.length + 1] = "--data";
    all[args.length + 2] = data;
    return Ran.titik(all);
  }
}
