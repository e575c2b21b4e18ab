package org.titiktutur.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.titiktutur.catalog.BlobUse;
import org.titiktutur.storage.Archive;
import org.titiktutur.storage.DatabaseSettings;
import picocli.CommandLine.Model.CommandSpec;

/** Where a service's things are. */
record Library(DatabaseSettings settings) {

  /** By the option, else by the environment; the rest by the configuration of that folder. */
  static Library of(CommandSpec spec, Shell shell, Optional<Path> data) throws IOException {
    Path folder = data.orElseGet(() -> Configuration.usualData(System::getenv));
    try {
      return new Library(
          Configuration.read(folder.toAbsolutePath().normalize(), Map.of(), System.getenv())
              .database());
    } catch (Configuration.WrongSettingException e) {
      throw new Titik.WrongUsage(spec, shell.words().say(e.sentence(), e.arguments()));
    }
  }

  Path folder() {
    return settings.folder();
  }

  /** Whether a service has ever been started there. */
  boolean isThere() {
    return settings.isPostgresql() || Files.exists(folder().resolve("titik.db"));
  }

  Path blobs() {
    return folder().resolve("blobs");
  }

  Archive archive() {
    return new Archive(settings, blobs(), BlobUse.columns());
  }
}
