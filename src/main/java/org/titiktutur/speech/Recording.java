package org.titiktutur.speech;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The sound of one part in every codec that is wanted. */
final class Recording implements AutoCloseable {

  private final List<EncodedFile> files = new ArrayList<>();
  private final Quality quality;
  private final boolean mp3;

  /** Begins a file for each codec in a folder. */
  Recording(Path folder, Set<Codec> codecs, Quality quality, Tags tags) {
    this.quality = quality;
    this.mp3 = codecs.contains(Codec.MP3);
    if (mp3) {
      files.add(
          new EncodedFile(
              folder.resolve(Codec.MP3.file()), Id3.of(tags), () -> Encoders.open(quality)));
    }
    if (codecs.contains(Codec.AAC)) {
      files.add(
          new EncodedFile(folder.resolve(Codec.AAC.file()), new byte[0], () -> new Aac(quality)));
    }
    if (files.isEmpty()) {
      throw new IllegalArgumentException("no codec");
    }
  }

  /** Samples so far. */
  long position() {
    return files.get(0).position();
  }

  /** Adds sound; the array must not be changed afterwards. */
  void write(short[] more) throws IOException, InterruptedException {
    for (EncodedFile file : files) {
      file.write(more);
    }
  }

  /**
   * Ends all files.
   *
   * @return how many samples a decoder will make of the MP3, or what was written where there is
   *     none
   */
  long finish() throws IOException, InterruptedException {
    long bytes = files.get(0).finish();
    for (EncodedFile other : files.subList(1, files.size())) {
      other.finish();
    }
    return mp3 ? Encoders.samples(bytes, quality) : position();
  }

  /** Stops the encoders of files that were not finished. */
  @Override
  public void close() {
    files.forEach(EncodedFile::close);
  }
}
