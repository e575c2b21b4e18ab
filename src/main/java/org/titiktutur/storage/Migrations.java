package org.titiktutur.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/**
 * Brings a database up to date with the files of {@code resources/migrations}, after a copy of what
 * was there.
 */
final class Migrations {

  /** Named one by one: looking for them would read through the whole jar at every start. */
  static final List<String> FILES =
      List.of("V1__shelf.sql", "V2__people.sql", "V3__embossing.sql", "V4__lexicon.sql");

  static final String HISTORY = "flyway_schema_history";

  private Migrations() {}

  static void run(DatabaseSettings settings, Engine engine) throws SQLException, IOException {
    run(settings, engine, FILES);
  }

  /**
   * Brings a database to where these files lead.
   *
   * @param files in the order of their versions
   */
  static void run(DatabaseSettings settings, Engine engine, List<String> files)
      throws SQLException, IOException {
    Optional<String> version = version(engine);
    String newest = version(files.get(files.size() - 1));
    if (version.equals(Optional.of(newest))) {
      return;
    }
    if (version.isPresent() && Integer.parseInt(version.get()) > Integer.parseInt(newest)) {
      throw new NewerDatabaseException(
          settings + " is of a newer program: version " + version.get() + ", not " + newest);
    }
    if (version.isPresent()) {
      Path folder = Files.createDirectories(settings.folder().resolve("backups"));
      String name = "before-" + newest + "-" + Ids.next();
      Backup.write(settings, engine, folder.resolve(name + Backup.ending(settings)));
    }
    to(newest, engine, files);
  }

  /** Whether this program is too old for such a database. */
  static boolean isNewer(String version) {
    return Integer.parseInt(version) > Integer.parseInt(version(FILES.get(FILES.size() - 1)));
  }

  /** Brings a database to this version and no further. */
  static void to(String version, Engine engine) throws IOException {
    to(version, engine, FILES);
  }

  private static void to(String version, Engine engine, List<String> files) throws IOException {
    try {
      Flyway.configure(Migrations.class.getClassLoader())
          .dataSource(new SuppliedDataSource(engine::apart))
          .locations("classpath:migrations")
          .failOnMissingLocations(false)
          .resourceProvider(new Listed(files))
          .javaMigrationClassProvider(List::of)
          .placeholders(engine.placeholders())
          .table(HISTORY)
          .target(version)
          .load()
          .migrate();
    } catch (FlywayException e) {
      FullDiskException.check(e);
      throw new IOException("cannot bring the database up to date", e);
    }
  }

  /** Empty for a database in which nothing is yet. */
  static Optional<String> version(Engine engine) throws SQLException {
    try (Connection connection = engine.apart()) {
      return version(connection);
    }
  }

  static Optional<String> version(Connection connection) throws SQLException {
    try (ResultSet tables = connection.getMetaData().getTables(null, null, HISTORY, null)) {
      if (!tables.next()) {
        return Optional.empty();
      }
    }
    try (Statement statement = connection.createStatement();
        ResultSet newest =
            statement.executeQuery(
                "SELECT version FROM "
                    + HISTORY
                    + " WHERE success ORDER BY installed_rank DESC LIMIT 1")) {
      return newest.next() ? Optional.of(newest.getString(1)) : Optional.empty();
    }
  }

  private static String version(String file) {
    return file.substring(1, file.indexOf("__"));
  }

  /** Files by their names. */
  private static final class Listed implements ResourceProvider {
    private final List<String> files;

    Listed(List<String> files) {
      this.files = files;
    }

    @Override
    public LoadableResource getResource(String name) {
      return files.contains(name) ? new Script(name) : null;
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
      return files.stream()
          .filter(name -> name.startsWith(prefix))
          .filter(name -> Arrays.stream(suffixes).anyMatch(name::endsWith))
          .<LoadableResource>map(Script::new)
          .toList();
    }
  }

  /** One file of migrations. */
  private static final class Script extends LoadableResource {
    private final String name;

    Script(String name) {
      this.name = name;
    }

    @Override
    public Reader read() {
      try (InputStream in = Migrations.class.getResourceAsStream("/migrations/" + name)) {
        if (in == null) {
          throw new IllegalStateException("no migration " + name);
        }
        StringWriter text = new StringWriter();
        new InputStreamReader(in, StandardCharsets.UTF_8).transferTo(text);
        return new StringReader(text.toString());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public String getAbsolutePath() {
      return "migrations/" + name;
    }

    @Override
    public String getAbsolutePathOnDisk() {
      return getAbsolutePath();
    }

    @Override
    public String getFilename() {
      return name;
    }

    @Override
    public String getRelativePath() {
      return name;
    }
  }
}
