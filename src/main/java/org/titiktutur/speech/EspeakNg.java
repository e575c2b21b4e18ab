package org.titiktutur.speech;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.titiktutur.language.Pronunciation;
import org.titiktutur.workshop.NativeStore;

/**
 * eSpeak NG, called in this process through JNA: the system's library where there is one, else the
 * one inside piper-jni's jar, which is built without optimisation and 2.5 times slower.
 *
 * <p>Its state is global to the library, so there is one in a process. It is never ended: {@code
 * espeak_Terminate} hangs in 1.51; the process ends instead. Its own sentence events are not used:
 * one call says one piece, so what comes back is that piece and nothing else.
 */
final class EspeakNg implements Engine {

  static final String NAME = "espeak";

  /** Debian's name for the fast library and its data. */
  static final String PACKAGE = "libespeak-ng1";

  /** The bundled copy: the artifact's version. */
  private static final String BUNDLED = "piper-jni-1.2.0-c0670df";

  /** {@code RTLD_NOW} without {@code RTLD_GLOBAL}: our copy must not answer for another one. */
  private static final int OPEN_LOCAL = 2;

  private static final int BUFFER_MILLIS = 1000;

  /** Between two voices inside a sentence. */
  private static final double VOICE_CHANGE_SECONDS = 0.05;

  /** Its voices lie between −19.8 LUFS (Dutch) and −21.7 (French); Indonesian has −20.8. */
  private static final double GAIN = 2.0;

  private static EspeakNg running;

  private final EspeakLibrary library;
  private final Rung rung;
  private final int rate;
  private final SoundBuilder heard;

  /** Held here so that it is not collected while native code knows it. */
  private final EspeakLibrary.SynthCallback callback;

  private final Map<String, Boolean> known = new HashMap<>();
  private String voice = "";
  private int pace;

  private EspeakNg(EspeakLibrary library, Path data, Rung.From from) {
    this.library = library;
    rate =
        library.espeak_Initialize(
            EspeakLibrary.OUTPUT_SYNCHRONOUS,
            BUFFER_MILLIS,
            data == null ? null : data.toString(),
            EspeakLibrary.INITIALIZE_DONT_EXIT);
    if (rate <= 0) {
      throw new UnsatisfiedLinkError("eSpeak NG does not find its data");
    }
    heard = new SoundBuilder(rate);
    callback =
        (samples, count, events) -> {
          if (samples != null && count > 0) {
            heard.add(samples.getShortArray(0, count));
          }
          return 0;
        };
    library.espeak_SetSynthCallback(callback);
    // Whether text may hold phonemes is global and set by synthesis alone, not by questions for
    // IPA.
    int unused = synthesize(new byte[] {' ', 0});
    String version = "eSpeak NG " + library.espeak_Info(new PointerByReference());
    rung = new Rung(NAME, version, from, from == Rung.From.SYSTEM ? "" : PACKAGE);
  }

  /**
   * The engine of this process.
   *
   * @throws UnsatisfiedLinkError if neither the system nor our jars have a library that loads here
   */
  static synchronized EspeakNg start() {
    if (running == null) {
      NativeStore.standard().prepareJna();
      running = Rungs.systemLibraries() ? ofSystemOrBundled() : bundled();
    }
    return running;
  }

  private static EspeakNg ofSystemOrBundled() {
    try {
      return new EspeakNg(load(systemName()), null, Rung.From.SYSTEM);
    } catch (UnsatisfiedLinkError none) {
      return bundled();
    }
  }

  private static String systemName() {
    return Platform.isLinux() ? "libespeak-ng.so.1" : "espeak-ng";
  }

  private static EspeakNg bundled() {
    String build = bundledBuild();
    Path folder =
        NativeStore.standard().folder(BUNDLED + "-" + Platform.ARCH, into -> unpack(build, into));
    String file = build.substring(build.indexOf('/') + 1);
    return new EspeakNg(load(folder.resolve(file).toString()), folder, Rung.From.BUNDLED);
  }

  private static String bundledBuild() {
    boolean arm = Platform.isARM();
    if (Platform.isLinux() && Platform.is64Bit()) {
      return arm ? "debian-arm64/libespeak-ng.so.1" : "debian-amd64/libespeak-ng.so.1";
    }
    if (Platform.isMac()) {
      return arm ? "macos-arm64/libespeak-ng.1.dylib" : "macos-amd64/libespeak-ng.1.dylib";
    }
    if (Platform.isWindows() && Platform.is64Bit() && !arm) {
      return "win-amd64/espeak-ng.dll";
    }
    throw new UnsatisfiedLinkError("no eSpeak NG is bundled for " + Platform.RESOURCE_PREFIX);
  }

  private static void unpack(String build, Path into) throws IOException {
    String file = build.substring(build.indexOf('/') + 1);
    try (InputStream in = EspeakNg.class.getResourceAsStream("/" + build)) {
      if (in == null) {
        throw new IOException("piper-jni's jar has no " + build);
      }
      Files.copy(in, into.resolve(file));
    }
    try (InputStream in = EspeakNg.class.getResourceAsStream("/espeak-ng-data.zip");
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path target = into.resolve(entry.getName()).normalize();
        if (!target.startsWith(into)) {
          throw new IOException("an entry outside the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(zip, target);
        }
      }
    }
  }

  private static EspeakLibrary load(String name) {
    return Native.load(
        name,
        EspeakLibrary.class,
        Map.of(Library.OPTION_OPEN_FLAGS, OPEN_LOCAL, Library.OPTION_STRING_ENCODING, "UTF-8"));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Rung rung() {
    return rung;
  }

  @Override
  public boolean has(String name) {
    return known.computeIfAbsent(name, this::loads);
  }

  private boolean loads(String name) {
    boolean loads = library.espeak_SetVoiceByName(name) == EspeakLibrary.OK;
    voice = loads ? name : "";
    return loads;
  }

  @Override
  public List<VoiceEntry> voices() {
    Map<String, VoiceEntry> found = new TreeMap<>();
    for (Pointer entry : library.espeak_ListVoices(null).getPointerArray(0)) {
      String description = entry.getPointer(0).getString(0, "UTF-8").replace('_', ' ');
      Pointer languages = entry.getPointer(Native.POINTER_SIZE);
      String language = languages.getString(1, "UTF-8").toLowerCase(Locale.ROOT);
      String file = entry.getPointer(2L * Native.POINTER_SIZE).getString(0, "UTF-8");
      if (file.startsWith("mb/") || file.startsWith("!v/")) {
        continue;
      }
      String base = file.substring(file.lastIndexOf('/') + 1);
      for (String name : List.of(language, base)) {
        if (!found.containsKey(name) && has(name)) {
          found.put(name, new VoiceEntry(new Voice(NAME, name), language, description));
          break;
        }
      }
    }
    return new ArrayList<>(found.values());
  }

  @Override
  public Sound speak(List<Run> runs, int wordsPerMinute) throws Unspeakable {
    if (runs.size() == 1) {
      return speak(runs.get(0), wordsPerMinute);
    }
    SoundBuilder whole = new SoundBuilder(rate);
    for (Run run : runs) {
      if (whole.length() > 0) {
        whole.addSilence(VOICE_CHANGE_SECONDS);
      }
      whole.add(speak(run, wordsPerMinute).trimmed().samples());
    }
    return whole.take();
  }

  private Sound speak(Run run, int wordsPerMinute) throws Unspeakable {
    choose(run.voice());
    if (pace != wordsPerMinute) {
      library.espeak_SetParameter(EspeakLibrary.PARAMETER_RATE, wordsPerMinute, 0);
      pace = wordsPerMinute;
    }
    heard.clear();
    int answer = synthesize(bytes(run));
    Sound sound = heard.take();
    if (answer != EspeakLibrary.OK) {
      throw new Unspeakable("eSpeak NG answers " + answer);
    }
    return sound;
  }

  private int synthesize(byte[] text) {
    return library.espeak_Synth(
        text,
        new EspeakLibrary.Size(text.length),
        0,
        EspeakLibrary.POSITION_CHARACTER,
        0,
        EspeakLibrary.CHARS_UTF8 | EspeakLibrary.PHONEMES,
        null,
        null);
  }

  /**
   * The text, with phonemes between double brackets for the words whose pronunciation is known:
   * they cost no more than letters, and pauses and intonation stay the sentence's. Brackets of the
   * text itself become round, which sound the same.
   */
  private static byte[] bytes(Run run) {
    return (text(run) + '\0').getBytes(StandardCharsets.UTF_8);
  }

  private static String text(Run run) {
    StringBuilder text = new StringBuilder();
    String language = Casting.primary(run.voice());
    for (Pronunciation.Piece piece : run.pieces()) {
      Optional<String> phonemes =
          piece.ipa().isEmpty() ? Optional.empty() : EspeakPhonemes.of(piece.ipa(), language);
      if (phonemes.isPresent()) {
        // Brackets are mnemonics only where a word may begin.
        boolean begins = text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
        text.append(begins ? "" : " ").append(phonemes.get());
      } else {
        text.append(Tame.forEngine(piece.text()).replace('[', '(').replace(']', ')'));
      }
    }
    return text.toString();
  }

  /** A voice that is not found would leave the one before at work, so the answer matters. */
  private void choose(String name) throws Unspeakable {
    if (!voice.equals(name) && !loads(name)) {
      throw new Unspeakable("eSpeak NG has no voice " + name);
    }
  }

  @Override
  public String ipa(List<Run> runs) throws Unspeakable {
    StringBuilder ipa = new StringBuilder();
    for (Run run : runs) {
      choose(run.voice());
      byte[] bytes = bytes(run);
      try (Memory text = new Memory(bytes.length)) {
        text.write(0, bytes, 0, bytes.length);
        PointerByReference rest = new PointerByReference(text);
        while (rest.getValue() != null) {
          Pointer phonemes =
              library.espeak_TextToPhonemes(
                  rest, EspeakLibrary.CHARS_UTF8, EspeakLibrary.PHONEMES_IPA);
          if (phonemes != null) {
            String clause = phonemes.getString(0, "UTF-8").strip();
            ipa.append(ipa.isEmpty() ? "" : " ").append(inOurSigns(clause, run.voice()));
          }
        }
      }
    }
    return ipa.toString();
  }

  /**
   * Indonesian has no lax vowels; eSpeak NG's table of signs borrows English's for the second half
   * of its diphthongs (pakai, pulau).
   */
  private static String inOurSigns(String ipa, String voice) {
    return switch (Casting.primary(voice)) {
      case "id", "ms" ->
          ipa.replace("aɪ", "ai").replace("aʊ", "au").replace("oɪ", "oi").replace("eɪ", "ei");
      default -> ipa;
    };
  }

  @Override
  public String asked(List<Run> runs) {
    StringBuilder asked = new StringBuilder();
    runs.forEach(run -> asked.append(run.voice()).append('\n').append(text(run)).append('\n'));
    return asked.toString();
  }

  @Override
  public double gain(String name) {
    return GAIN;
  }
}
