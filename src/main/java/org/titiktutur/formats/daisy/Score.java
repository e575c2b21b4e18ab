package org.titiktutur.formats.daisy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.titiktutur.speech.Clip;

/** What plays while the text of one part is read, and where in it a reader can jump to. */
final class Score {

  /** A landmark that waits for the moment that comes next. */
  private record Waiting(Landmark.Kind kind, int rank, String label, PageNumber page) {}

  /** A passage that is open. */
  private record Open(Play.Kind kind, String text, List<Play> plays) {}

  /** Where a sentence sounds, in milliseconds. */
  private record Sounding(long begin, long end) {}

  private final String smil;
  private final Map<String, Sounding> sounds = new HashMap<>();
  private final Deque<Open> open = new ArrayDeque<>();
  private final List<Waiting> waiting = new ArrayList<>();
  private final List<Landmark> landmarks = new ArrayList<>();
  private long heard;
  private int pages;
  private int undescribed;

  /**
   * A score without a moment.
   *
   * @param smil the file that it will be
   * @param clips in order of their begin
   * @param millis length of the audio file
   */
  Score(String smil, List<Clip> clips, long millis) {
    this.smil = smil;
    for (int i = 0; i < clips.size(); i++) {
      String sentence = clips.get(i).sentence();
      long begin = clips.get(i).beginMillis();
      while (i + 1 < clips.size() && clips.get(i + 1).sentence().equals(sentence)) {
        i++;
      }
      long end = i + 1 < clips.size() ? clips.get(i + 1).beginMillis() : millis;
      sounds.putIfAbsent(sentence, new Sounding(begin, Math.max(begin, end)));
    }
    open.push(new Open(Play.Kind.TEXT, "", new ArrayList<>()));
  }

  /** The id of the moment of a stretch of text. */
  static String idOf(String text) {
    return "p-" + text;
  }

  /** The id of the passage of a structure. */
  static String passageOf(String text) {
    return "g-" + text;
  }

  /** A sentence is read; without a sound if nothing of it is said. */
  void sentence(String sentence, String text) {
    heard(sentence, Play.Kind.TEXT, text);
  }

  /** A page begins; its number may be said. */
  void page(PageNumber page, String text) {
    waiting.add(new Waiting(Landmark.Kind.PAGE, 0, page.label(), page));
    heard(Clip.page(++pages), Play.Kind.PAGE, text);
  }

  /** A picture is passed that nobody has described, which may be said. */
  void undescribed(String text) {
    heard(Clip.image(++undescribed), Play.Kind.IMAGE, text);
  }

  private void heard(String clip, Play.Kind kind, String text) {
    Sounding sound = sounds.getOrDefault(clip, new Sounding(0, 0));
    heard += sound.end - sound.begin;
    add(new Play.Moment(idOf(text), kind, text, sound.begin, sound.end, ""));
  }

  /** Something is passed for which nothing is said. */
  void silence(Play.Kind kind, String text, String link) {
    add(new Play.Moment(idOf(text), kind, text, 0, 0, link));
  }

  private void add(Play.Moment moment) {
    open.peek().plays.add(moment);
    String target = smil + "#" + moment.id();
    for (Waiting each : waiting) {
      landmarks.add(new Landmark(each.kind, each.rank, each.label, each.page, target));
    }
    waiting.clear();
  }

  void open(Play.Kind kind, String text) {
    open.push(new Open(kind, text, new ArrayList<>()));
  }

  /** Ends the passage that was opened last; one in which nothing plays was none. */
  void close() {
    Open ended = open.pop();
    if (!ended.plays.isEmpty()) {
      open.peek()
          .plays
          .add(new Play.Passage(passageOf(ended.text), ended.kind, ended.text, ended.plays));
    }
  }

  /** What comes next can be jumped to. */
  void heading(int rank, String label) {
    waiting.add(new Waiting(Landmark.Kind.HEADING, rank, label, null));
  }

  void landmark(Landmark.Kind kind, String label) {
    waiting.add(new Waiting(kind, 0, label, null));
  }

  List<Play> plays() {
    if (open.size() != 1) {
      throw new IllegalStateException("a passage is open");
    }
    return open.peek().plays;
  }

  List<Landmark> landmarks() {
    return landmarks;
  }

  /** How long it plays, in milliseconds. */
  long millis() {
    return heard;
  }
}
