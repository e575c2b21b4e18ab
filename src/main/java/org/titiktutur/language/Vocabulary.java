package org.titiktutur.language;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which words and pairs of words a book holds, part by part: as they are written, where aliases are
 * looked for, and as they are said, where sounds are. Words are kept as hashes of 64 bits, so that
 * a novel takes a megabyte and a question a moment.
 */
public final class Vocabulary {

  /** Where a word is looked for. */
  public enum Form {
    WRITTEN,
    SAID
  }

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  /** Hashes in order, by the number of the part. */
  private final Map<Integer, long[]> parts;

  private Vocabulary(Map<Integer, long[]> parts) {
    this.parts = parts;
  }

  /** Takes the texts of one part. */
  public static final class Collector {

    private final Set<Long> hashes = new HashSet<>();

    /**
     * A text that passes through {@link Pronunciation} in one go.
     *
     * @param language its first subtag
     */
    public void add(Form form, String language, String text) {
      String before = null;
      int joint = -1;
      for (int at = 0; at < text.length(); ) {
        int end = Words.end(text, at);
        if (end == at) {
          at++;
          continue;
        }
        String word = PronunciationLexicon.folded(text.substring(at, end));
        hashes.add(hash(form, language, word));
        if (before != null && joint == at - 1) {
          hashes.add(hash(form, language, before + text.charAt(joint) + word));
        }
        before = end < text.length() && Words.isJoint(text.charAt(end)) ? word : null;
        joint = end;
        at = end;
      }
    }

    long[] sorted() {
      return hashes.stream().mapToLong(Long::longValue).sorted().toArray();
    }
  }

  /** The vocabulary of a book whose parts were collected, by their numbers. */
  public static Vocabulary of(Map<Integer, Collector> collected) {
    Map<Integer, long[]> parts = new TreeMap<>();
    collected.forEach((number, words) -> parts.put(number, words.sorted()));
    return new Vocabulary(parts);
  }

  /** Writes it down for {@link #read}. */
  public void write(DataOutputStream out) throws IOException {
    out.writeInt(parts.size());
    for (Map.Entry<Integer, long[]> part : parts.entrySet()) {
      out.writeInt(part.getKey());
      out.writeInt(part.getValue().length);
      for (long each : part.getValue()) {
        out.writeLong(each);
      }
    }
  }

  /** What {@link #write} wrote. */
  public static Vocabulary read(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    Map<Integer, long[]> parts = new TreeMap<>();
    for (int left = in.getInt(); left > 0; left--) {
      int number = in.getInt();
      long[] hashes = new long[in.getInt()];
      in.asLongBuffer().get(hashes);
      in.position(in.position() + hashes.length * Long.BYTES);
      parts.put(number, hashes);
    }
    return new Vocabulary(parts);
  }

  /** Numbers of the parts, in order. */
  public Collection<Integer> parts() {
    return List.copyOf(parts.keySet());
  }

  /**
   * Whether a part holds a word, or a phrase with the same joints, in any case. Where more than two
   * words follow each other, or other signs stand between them, it may say yes where all of them
   * are there but not together.
   *
   * @param language first subtag
   */
  public boolean holds(int part, Form form, String language, String phrase) {
    long[] hashes = parts.getOrDefault(part, new long[0]);
    return needles(form, language, phrase).stream()
        .allMatch(needle -> Arrays.binarySearch(hashes, needle) >= 0);
  }

  /** {@link #holds(int, Form, String, String)} in any part. */
  public boolean holds(Form form, String language, String phrase) {
    List<Long> needles = needles(form, language, phrase);
    return parts.values().stream()
        .anyMatch(
            hashes ->
                needles.stream().allMatch(needle -> Arrays.binarySearch(hashes, needle) >= 0));
  }

  private static List<Long> needles(Form form, String language, String phrase) {
    Collector wanted = new Collector();
    wanted.add(form, language, phrase);
    return new ArrayList<>(wanted.hashes);
  }

  /** FNV-1a. */
  private static long hash(Form form, String language, String word) {
    long hash = FNV_OFFSET;
    String whole = (form == Form.SAID ? "/" : "") + language.toLowerCase(Locale.ROOT) + '\0' + word;
    for (byte each : whole.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (each & 0xff)) * FNV_PRIME;
    }
    return hash;
  }
}
