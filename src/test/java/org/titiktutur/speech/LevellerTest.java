package org.titiktutur.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LevellerTest {

  @Test
  void peaksStayBelowTheCeilingAndQuietSoundKeepsItsShape() {
    Sound loud = tone(440, 22_050, 30_000);
    Sound levelled = new Leveller().level(loud, 6);
    assertThat(peak(levelled)).isBetween(26_000, 27_572);
    Sound quiet = tone(440, 22_050, 1000);
    assertThat(peak(new Leveller().level(quiet, 6))).isCloseTo(1995, within(2));
  }

  @Test
  void aToneKeepsItsPitchAndLevelAtTheOtherRate() {
    Sound at16 = tone(1000, 16_000, 10_000);
    Sound at22 = new Leveller().level(at16, 0);
    assertThat(at22.rate()).isEqualTo(22_050);
    assertThat(at22.seconds()).isCloseTo(at16.seconds(), within(0.001));
    Sound expected = tone(1000, 22_050, 10_000);
    int worst = 0;
    for (int i = 500; i < at22.samples().length - 500; i++) {
      worst = Math.max(worst, Math.abs(at22.samples()[i] - expected.samples()[i]));
    }
    assertThat(worst).isLessThan(20);
  }

  private static Sound tone(double hertz, int rate, double amplitude) {
    short[] samples = new short[rate];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) Math.round(amplitude * Math.sin(2 * Math.PI * hertz * i / rate));
    }
    return new Sound(samples, rate);
  }

  private static int peak(Sound sound) {
    int peak = 0;
    for (short sample : sound.samples()) {
      peak = Math.max(peak, Math.abs(sample));
    }
    return peak;
  }
}
