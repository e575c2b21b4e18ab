package org.titiktutur;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The rooms of the house and every arrow between them. What is not listed is not allowed. */
class HouseTest {

  private static final String ROOT = "org.titiktutur";

  private static final Map<String, Set<String>> MAY_IMPORT =
      rooms(
          """
          publication:
          language:
          workshop:
          storage:
          extraction: publication language workshop
          speech: publication language workshop
          braille: publication language workshop
          formats: publication workshop speech braille
          embossing: braille
          jobs: storage
          catalog: storage
          patrons: catalog storage
          production: publication language workshop storage extraction speech braille formats embossing jobs catalog
          web: publication catalog patrons production jobs
          app: publication language workshop storage extraction speech braille formats embossing jobs catalog patrons production web
          """);

  /** What only one room may know, by the name that its packages begin with. */
  private static final Map<String, List<String>> KNOWN_TO_ONE_ROOM =
      Map.of(
          "storage", List.of("org.flywaydb", "org.sqlite", "org.postgresql", "com.zaxxer.hikari"),
          "jobs", List.of("com.github.kagkarlsson"),
          "extraction",
              List.of(
                  "org.apache.tika",
                  "org.apache.pdfbox.text",
                  "opennlp",
                  "org.commonmark",
                  "org.jsoup"),
          "speech", List.of("com.sun.speech", "de.sciss.jump3r", "org.bytedeco"),
          "braille", List.of("org.liblouis"),
          "formats", List.of("com.openhtmltopdf"),
          "embossing", List.of("org.daisy.dotify"),
          "patrons", List.of("org.bouncycastle"),
          "web",
              List.of("org.eclipse.jetty", "org.glassfish.jersey", "jakarta", "io.github.bucket4j"),
          "app", List.of("picocli"));

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void everyClassLivesInAListedRoom() {
    assertThat(HOUSE.stream().map(HouseTest::roomOf)).isSubsetOf(MAY_IMPORT.keySet());
  }

  @Test
  void everyListedRoomIsLivedIn() {
    assertThat(MAY_IMPORT.keySet())
        .isSubsetOf(
            HOUSE.stream().map(HouseTest::roomOf).collect(java.util.stream.Collectors.toSet()));
  }

  @Test
  void arrowsRunOneWay() {
    Set<String> unlisted = new TreeSet<>();
    for (JavaClass type : HOUSE) {
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        if (target.getPackageName().startsWith(ROOT)
            && !roomOf(target).equals(roomOf(type))
            && !MAY_IMPORT.get(roomOf(type)).contains(roomOf(target))) {
          unlisted.add(roomOf(type) + " -> " + roomOf(target) + ": " + dependency.getDescription());
        }
      }
    }
    assertThat(unlisted).isEmpty();
  }

  @Test
  void enginesAndParsersAreKnownToOneRoom() {
    Set<String> strays = new TreeSet<>();
    for (JavaClass type : HOUSE) {
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        String target = dependency.getTargetClass().getBaseComponentType().getPackageName();
        KNOWN_TO_ONE_ROOM.forEach(
            (room, packages) -> {
              if (!room.equals(roomOf(type)) && packages.stream().anyMatch(target::startsWith)) {
                strays.add(dependency.getDescription());
              }
            });
      }
    }
    assertThat(strays).isEmpty();
  }

  @Test
  void namesSayWhatAThingIs() {
    assertThat(HOUSE.stream().map(JavaClass::getSimpleName))
        .noneMatch(name -> name.matches(".*(Impl|Manager|Helper|Utils?)"));
  }

  private static Map<String, Set<String>> rooms(String table) {
    Map<String, Set<String>> rooms = new TreeMap<>();
    for (String line : table.lines().toList()) {
      String[] sides = line.split(": *", 2);
      rooms.put(sides[0], sides[1].isEmpty() ? Set.of() : Set.of(sides[1].split(" ")));
    }
    return rooms;
  }

  private static String roomOf(JavaClass type) {
    String below = type.getPackageName().substring(ROOT.length());
    return below.isEmpty() ? "(root)" : below.replaceFirst("^\\.", "").replaceFirst("\\..*", "");
  }
}
