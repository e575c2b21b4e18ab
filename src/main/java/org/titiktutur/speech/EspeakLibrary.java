package org.titiktutur.speech;

import com.sun.jna.Callback;
import com.sun.jna.IntegerType;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;

/** What we use of eSpeak NG's {@code speak_lib.h}. */
interface EspeakLibrary extends Library {

  int OUTPUT_SYNCHRONOUS = 2;
  int INITIALIZE_DONT_EXIT = 0x8000;
  int POSITION_CHARACTER = 1;
  int CHARS_UTF8 = 1;

  /** Text between double brackets is mnemonics of phonemes. */
  int PHONEMES = 0x100;

  int PHONEMES_IPA = 2;
  int PARAMETER_RATE = 1;
  int OK = 0;

  /** Gets samples as they are made; answers 0 to go on. */
  interface SynthCallback extends Callback {
    int invoke(Pointer samples, int count, Pointer events);
  }

  /** C's {@code size_t}. */
  final class Size extends IntegerType {
    private static final long serialVersionUID = 1L;

    /** Zero; JNA makes these by reflection. */
    public Size() {
      this(0);
    }

    Size(long value) {
      super(Native.SIZE_T_SIZE, value, true);
    }
  }

  /**
   * Starts the engine.
   *
   * @param path folder that holds {@code espeak-ng-data}, or null for the built-in one
   * @return samples a second, or −1
   */
  int espeak_Initialize(int output, int bufferMillis, String path, int options);

  void espeak_SetSynthCallback(SynthCallback callback);

  int espeak_Synth(
      byte[] text,
      Size size,
      int position,
      int positionType,
      int endPosition,
      int flags,
      IntByReference identifier,
      Pointer userData);

  int espeak_SetVoiceByName(String name);

  int espeak_SetParameter(int parameter, int value, int relative);

  /** Phonemes of one clause; moves the text on, to null after the last. */
  Pointer espeak_TextToPhonemes(PointerByReference text, int textMode, int phonemeMode);

  Pointer espeak_ListVoices(Pointer like);

  String espeak_Info(PointerByReference dataPath);
}
