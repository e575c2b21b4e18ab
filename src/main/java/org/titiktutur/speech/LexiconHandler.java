package org.titiktutur.speech;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.titiktutur.language.PronunciationLexicon;
import org.titiktutur.language.PronunciationLexicon.Document;
import org.titiktutur.language.PronunciationLexicon.Entry;
import org.titiktutur.language.PronunciationLexicon.Flaw;
import org.titiktutur.language.PronunciationLexicon.Found;
import org.titiktutur.workshop.Handler;
import org.titiktutur.workshop.Signs;

/** Reads a pronunciation lexicon, and finds what cannot be said of it. */
final class LexiconHandler implements Handler {

  /** What the parent sends: a PLS document. */
  record Input(String lexicon) {}

  @Override
  public JsonNode perform(JsonNode input, Path folder, Signs signs) throws Exception {
    String lexicon = SpeechWork.JSON.treeToValue(input, Input.class).lexicon();
    Document read = PronunciationLexicon.examine(lexicon);
    List<Entry> entries = new ArrayList<>();
    List<Found> flaws = new ArrayList<>(read.flaws());
    Map<String, Entry> before = new HashMap<>();
    for (Entry entry : read.entries()) {
      Optional<Found> unsaid = Sounds.flaw(entry, read.language());
      Entry first = before.putIfAbsent(entry.written(), entry);
      if (unsaid.isPresent()) {
        flaws.add(unsaid.get());
      } else if (first == null) {
        entries.add(entry);
      } else if (!first.said().equals(entry.said()) || first.alias() != entry.alias()) {
        flaws.add(new Found(entry.line(), Flaw.SAID_BEFORE, entry.written()));
      }
    }
    return SpeechWork.JSON.valueToTree(new Document(read.language(), entries, flaws));
  }
}
