package org.titiktutur.speech;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * Sounds of what was said before, by what the engine was asked. They only save time: a pack that is
 * torn, changed or gone is a sound to be spoken again. In a worker, one thread.
 *
 * <p>A pack is any number of records, each {@code TTS1}, the key (16 bytes), the number of samples,
 * the number of bytes, the sound as {@link Lossless} packs it, and a CRC-32C of all before it.
 */
final class KeptSounds implements AutoCloseable {

  /** What was said in a step, in its folder. */
  static final String PACK = "said.pack";

  /** What the name of a pack ends with. */
  private static final String ENDING = ".pack";

  /** Changes whenever the same sound would be written otherwise, or made otherwise here. */
  private static final int VERSION = 1;

  private static final int MARK = 0x54545331;
  private static final int KEY_BYTES = 16;
  private static final int HEAD = 3 * Integer.BYTES + KEY_BYTES;

  private record Place(Path pack, long at, int samples, int bytes) {}

  private final Path packs;
  private final DataOutputStream more;
  private final Map<String, Place> places = new HashMap<>();
  private int found;
  private int added;

  private KeptSounds(Path packs, DataOutputStream more) {
    this.packs = packs;
    this.more = more;
  }

  /** Keeps nothing. */
  static KeptSounds none() {
    return new KeptSounds(null, null);
  }

  /**
   * Finds what lies in a folder, and writes what is new into a pack of its own.
   *
   * @param packs null: nothing is kept
   * @param folder of the step
   */
  static KeptSounds in(Path packs, Path folder) throws IOException {
    if (packs == null) {
      return none();
    }
    KeptSounds kept =
        new KeptSounds(
            packs,
            new DataOutputStream(
                new BufferedOutputStream(Files.newOutputStream(folder.resolve(PACK)), 1 << 16)));
    if (Files.isDirectory(packs)) {
      List<Path> all;
      try (Stream<Path> files = Files.list(packs)) {
        all = files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
      }
      for (Path pack : all) {
        try {
          kept.scan(pack);
        } catch (IOException e) {
          // Thrown away meanwhile: its sounds are spoken again.
        }
      }
    }
    return kept;
  }

  private void scan(Path pack) throws IOException {
    try (FileChannel file = FileChannel.open(pack, StandardOpenOption.READ)) {
      ByteBuffer head = ByteBuffer.allocate(HEAD);
      byte[] key = new byte[KEY_BYTES];
      long size = file.size();
      for (long at = 0; at + HEAD + Integer.BYTES <= size; ) {
        head.clear();
        file.read(head, at);
        head.flip();
        if (head.remaining() < HEAD || head.getInt() != MARK) {
          return;
        }
        head.get(key);
        int samples = head.getInt();
        int bytes = head.getInt();
        long next = at + HEAD + Integer.BYTES + bytes;
        if (samples < 0 || bytes < 0 || next > size) {
          return;
        }
        places.put(HexFormat.of().formatHex(key), new Place(pack, at, samples, bytes));
        at = next;
      }
    }
  }

  boolean areKept() {
    return packs != null;
  }

  /** How many were found. */
  int found() {
    return found;
  }

  /** How many were new. */
  int added() {
    return added;
  }

  /** What names a sound that is made of these; every one of them counts, and where it ends. */
  static String key(String... parts) {
    MessageDigest digest = sha256();
    digest.update((byte) VERSION);
    for (String part : parts) {
      byte[] bytes = part.getBytes(UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest(), 0, KEY_BYTES);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A sound as it was when it was kept, at {@link Leveller#RATE}. */
  Optional<Sound> find(String key) {
    Place place = places.get(key);
    if (place == null) {
      return Optional.empty();
    }
    try (FileChannel file = FileChannel.open(place.pack(), StandardOpenOption.READ)) {
      ByteBuffer record = ByteBuffer.allocate(HEAD + place.bytes() + Integer.BYTES);
      while (record.hasRemaining()) {
        if (file.read(record, place.at() + record.position()) < 0) {
          return Optional.empty();
        }
      }
      byte[] all = record.array();
      int end = all.length - Integer.BYTES;
      if (record.getInt(end) != checksum(all, end)) {
        return Optional.empty();
      }
      short[] samples = Lossless.unpack(Arrays.copyOfRange(all, HEAD, end), place.samples());
      found++;
      return Optional.of(new Sound(samples, Leveller.RATE));
    } catch (IOException | RuntimeException e) {
      // Whatever is wrong with it: it can be spoken again.
      return Optional.empty();
    }
  }

  void keep(String key, Sound sound) {
    if (more == null) {
      return;
    }
    byte[] packed = Lossless.pack(sound.samples());
    ByteBuffer record = ByteBuffer.allocate(HEAD + packed.length + Integer.BYTES);
    record.putInt(MARK).put(HexFormat.of().parseHex(key));
    record.putInt(sound.samples().length).putInt(packed.length).put(packed);
    record.putInt(checksum(record.array(), record.position()));
    try {
      more.write(record.array());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    added++;
  }

  private static int checksum(byte[] bytes, int end) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, 0, end);
    return (int) sum.getValue();
  }

  @Override
  public void close() throws IOException {
    if (more != null) {
      more.close();
    }
  }
}
