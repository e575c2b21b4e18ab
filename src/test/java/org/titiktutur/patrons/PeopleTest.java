package org.titiktutur.patrons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.titiktutur.storage.Database;
import org.titiktutur.storage.DatabaseSettings;

class PeopleTest {

  private static final String CHOSEN = "enam ekor kambing";

  private Database database;
  private People people;

  @BeforeEach
  void open(@TempDir Path folder) throws IOException {
    database = Database.open(DatabaseSettings.sqlite(folder));
    people = new People(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void theFirstStartMakesAnAdministratorAndTellsItOnce() {
    People.Introduction first = people.begin(Optional.empty()).orElseThrow();

    Person person = people.signIn("ADMIN", first.password()).orElseThrow();
    assertThat(person.mustChangePassword()).isTrue();
    assertThat(people.byToken(first.token().orElseThrow())).contains(person);
    assertThat(people.begin(Optional.empty())).isEmpty();
    assertThat(people.administratorHasPassword()).isFalse();
  }

  @Test
  void aTokenFromTheEnvironmentTakesThePlaceOfTheAdministrators() {
    String first = people.begin(Optional.empty()).orElseThrow().token().orElseThrow();

    people.begin(Optional.of("dari lingkungan"));

    assertThat(people.byToken("dari lingkungan")).isPresent();
    assertThat(people.byToken(first)).isEmpty();
  }

  @Test
  void aTokenFromTheEnvironmentIsNeverTold() {
    assertThat(people.begin(Optional.of("rahasia")).orElseThrow().token()).isEmpty();
  }

  @Test
  void aPasswordIsChosenAndOtherSessionsEnd() throws WeakPasswordException {
    People.Introduction first = people.begin(Optional.empty()).orElseThrow();
    Person person = people.signIn("admin", first.password()).orElseThrow();
    String here = people.open(person);
    String elsewhere = people.open(person);

    assertThat(people.changePassword(person, "salah", CHOSEN, here)).isFalse();
    assertThat(people.changePassword(person, first.password(), CHOSEN, here)).isTrue();

    assertThat(people.bySession(here)).isPresent();
    assertThat(people.bySession(elsewhere)).isEmpty();
    assertThat(people.signIn("admin", first.password())).isEmpty();
    assertThat(people.signIn("admin", CHOSEN).orElseThrow().mustChangePassword()).isFalse();
    assertThat(people.administratorHasPassword()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pendek", "aaaaaaaaaaaa", "Password123", "          "})
  void aPasswordThatIsEasyToGuessIsRefused(String password) {
    people.begin(Optional.empty());

    assertThatThrownBy(() -> people.choose("admin", password))
        .isInstanceOf(WeakPasswordException.class);
  }

  @Test
  void aSessionThatWeDidNotSignIsNone() {
    people.begin(Optional.empty());
    String session = people.open(people.byName("admin").orElseThrow());

    assertThat(people.bySession(session)).isPresent();
    assertThat(people.bySession(session.substring(0, session.indexOf('.')) + ".x")).isEmpty();
    assertThat(people.bySession("x" + session)).isEmpty();
    assertThat(people.bySession("")).isEmpty();
  }

  @Test
  void aSessionEndsWhenItIsClosedOrLeftAlone() {
    people.begin(Optional.empty());
    Person person = people.byName("admin").orElseThrow();
    String closed = people.open(person);
    String left = people.open(person);
    Clock later =
        Clock.fixed(Instant.now().plus(People.IDLE).plus(Duration.ofMinutes(1)), ZoneOffset.UTC);

    people.close(closed);

    assertThat(people.bySession(closed)).isEmpty();
    assertThat(new People(database, later).bySession(left)).isEmpty();
  }

  @Test
  void tokensAreListedAndRevokedByTheirOwnerAlone() {
    people.begin(Optional.empty());
    assertThat(people.add("Sari", Role.READER)).isPresent();
    Person administrator = people.byName("admin").orElseThrow();
    Person sari = people.byName("sari").orElseThrow();
    Token.Fresh token = people.makeToken(sari, "telepon");

    assertThat(people.tokens(sari)).extracting(Token::name).containsExactly("telepon");
    assertThat(people.revoke(administrator, token.token().id())).isFalse();
    assertThat(people.byToken(token.value())).contains(sari);
    assertThat(people.revoke(sari, token.token().id())).isTrue();
    assertThat(people.byToken(token.value())).isEmpty();
  }

  @Test
  void twoNamesThatReadTheSameAreOnePerson() {
    assertThat(people.add("Sari", Role.READER)).isPresent();
    assertThat(people.add(" SARI ", Role.READER)).isEmpty();
  }

  @Test
  void nothingThatOpensADoorIsKeptAsItIs() {
    People.Introduction first = people.begin(Optional.empty()).orElseThrow();
    String session = people.open(people.byName("admin").orElseThrow());

    String rows =
        database.read(
            handle ->
                handle.createQuery("SELECT password FROM person").mapTo(String.class).one()
                    + handle.createQuery("SELECT sha256 FROM token").mapTo(String.class).one()
                    + handle.createQuery("SELECT sha256 FROM session").mapTo(String.class).one());

    assertThat(rows)
        .startsWith("$argon2id$v=19$")
        .doesNotContain(first.password(), first.token().orElseThrow(), session);
  }
}
