package org.titiktutur.app;

import java.io.IOException;
import java.nio.file.Path;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import javax.sound.sampled.UnsupportedAudioFileException;

/** The machine's loudspeaker, if it has one. */
final class SoundDevice {

  private SoundDevice() {}

  /**
   * Plays a WAV file to its end.
   *
   * @return false where there is no sound device, or Java was installed without sound
   */
  static boolean play(Path wave) throws IOException {
    try (AudioInputStream sound = AudioSystem.getAudioInputStream(wave.toFile());
        SourceDataLine line = AudioSystem.getSourceDataLine(sound.getFormat())) {
      line.open(sound.getFormat());
      line.start();
      byte[] buffer = new byte[1 << 14];
      for (int read = sound.read(buffer); read >= 0; read = sound.read(buffer)) {
        line.write(buffer, 0, read);
      }
      line.drain();
      return true;
    } catch (LineUnavailableException | IllegalArgumentException | LinkageError e) {
      return false;
    } catch (UnsupportedAudioFileException e) {
      throw new IOException(e);
    }
  }
}
