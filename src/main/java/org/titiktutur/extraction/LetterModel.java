package org.titiktutur.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * OpenNLP's model of letter sequences in 103 languages. Loading it costs a second of processor time
 * and 40 MB, so it is asked only when cheaper means do not tell.
 */
final class LetterModel {

  /** More of a text than this does not make the answer better. */
  private static final int ENOUGH = 3000;

  /** Kept between books as long as there is room. */
  private static SoftReference<LetterModel> loaded = new SoftReference<>(null);

  private final LanguageDetectorME detector;

  /** The model of this process, loaded if need be. */
  static synchronized LetterModel get() {
    LetterModel model = loaded.get();
    if (model == null) {
      model = new LetterModel();
      loaded = new SoftReference<>(model);
    }
    return model;
  }

  private LetterModel() {
    try (InputStream model = LetterModel.class.getResourceAsStream("/langdetect-183.bin")) {
      detector = new LanguageDetectorME(new LanguageDetectorModel(model));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The configured language that the text is most likely in; null if it rather looks like one that
   * is not configured.
   *
   * @param primaryTags the configured languages
   */
  String guess(String text, List<String> primaryTags) {
    Language[] guesses =
        detector.predictLanguages(text.length() > ENOUGH ? text.substring(0, ENOUGH) : text);
    String best = null;
    double bestConfidence = 0;
    for (String tag : primaryTags) {
      double confidence = confidence(guesses, codeOf(tag));
      if (tag.equals("id") && !primaryTags.contains("ms")) {
        // To the model Malay is nearly the same.
        confidence = Math.max(confidence, confidence(guesses, "msa"));
      }
      if (confidence > bestConfidence) {
        best = tag;
        bestConfidence = confidence;
      }
    }
    return bestConfidence >= guesses[0].getConfidence() ? best : null;
  }

  private static double confidence(Language[] guesses, String code) {
    for (Language guess : guesses) {
      if (guess.getLang().equals(code)) {
        return guess.getConfidence();
      }
    }
    return 0;
  }

  /** ISO 639-3, with the code that the model has for a macrolanguage. */
  private static String codeOf(String tag) {
    return switch (tag) {
      case "zh" -> "cmn";
      case "fa" -> "pes";
      case "et" -> "ekk";
      case "lv" -> "lvs";
      case "sq" -> "sqi";
      default -> {
        try {
          yield Locale.forLanguageTag(tag).getISO3Language();
        } catch (MissingResourceException e) {
          yield tag;
        }
      }
    };
  }
}
