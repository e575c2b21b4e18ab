package org.titiktutur.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A list of words and how they are said, written as the W3C's Pronunciation Lexicon Specification
 * 1.0 has it: {@code lexeme} with {@code grapheme}s and a {@code phoneme} in IPA or an {@code
 * alias}. A grapheme is found as it is written, else without regard to case; of several
 * pronunciations the preferred one counts, else the first (4.9).
 */
public final class PronunciationLexicon {

  /** What is said for a grapheme. */
  record Lexeme(String said, boolean isAlias) {}

  /** Why a lexicon cannot be used. */
  public static final class Fault extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;

    Fault(int line, String message) {
      super(message);
      this.line = line;
    }

    /** Counted from 1; 0 where it concerns no line. */
    public int line() {
      return line;
    }
  }

  static final String NAMESPACE = "http://www.w3.org/2005/01/pronunciation-lexicon";

  /** Letters, in UTF-16 units, of a whole lexicon and of one text in it. */
  public static final int LONGEST = 2_000_000;

  private static final int LONGEST_TEXT = 200;

  /** The signs of the International Phonetic Alphabet, the space between words included. */
  private static final String IPA =
      "abcdefhijklmnopqrstuvwxyzɡgæçðøħŋœβθχɐɑɒɓɔɕɖɗɘəɚɛɜɝɞɟɠɢɣɤɥɦɧɨɪɫɬɭɮɯɰɱɲɳɴɵɶɸɹɺɻɽɾʀʁʂʃʄʈʉʊʋʌʍʎʏʐʑ"
          + "ʒʔʕʘʙʛʜʝʟʡʢǀǁǂǃˈˌːˑ̆̃̈̊̋̌̏̑̚ʰʲʷˠˤⁿˡ̥̬̩̯̪̺̻̼̟̠̝̞̘̙̰̤̹̜̽͜͡.|‖‿ ";

  private static final Map<String, Optional<PronunciationLexicon>> BUILT_IN =
      new ConcurrentHashMap<>();

  private final String language;
  private final Map<String, Lexeme> lexemes;
  private final int longestPhrase;
  private final boolean hasAliases;

  private PronunciationLexicon(String language, Map<String, Lexeme> lexemes) {
    this.language = language;
    this.lexemes = lexemes;
    longestPhrase = lexemes.keySet().stream().mapToInt(PronunciationLexicon::words).max().orElse(0);
    hasAliases = lexemes.values().stream().anyMatch(Lexeme::isAlias);
  }

  /**
   * Reads a lexicon.
   *
   * @throws Fault if it is not XML, not a lexicon, or says something that cannot be said
   */
  public static PronunciationLexicon read(String xml) throws Fault {
    if (xml.length() > LONGEST) {
      throw new Fault(0, "longer than " + LONGEST + " characters");
    }
    return read(new StringReader(xml));
  }

  private static PronunciationLexicon read(Reader xml) throws Fault {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    XMLStreamReader in = null;
    try {
      in = factory.createXMLStreamReader(xml);
      return new Parser(in).lexicon();
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
      throw new Fault(line, "not XML: " + firstLine(e.getMessage()));
    }
  }

  private static String firstLine(String message) {
    String said = message.contains("Message: ") ? message.split("Message: ", 2)[1] : message;
    return said.lines().findFirst().orElse("");
  }

  /** Ours for a language, if there is one. */
  static Optional<PronunciationLexicon> builtIn(String language) {
    return BUILT_IN.computeIfAbsent(language, PronunciationLexicon::readBuiltIn);
  }

  private static Optional<PronunciationLexicon> readBuiltIn(String language) {
    String resource = "/lexicons/pronunciation-" + language + ".pls";
    try (InputStream in = PronunciationLexicon.class.getResourceAsStream(resource)) {
      return in == null
          ? Optional.empty()
          : Optional.of(read(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException | Fault e) {
      throw new IllegalStateException(resource, e);
    }
  }

  /** Whether it is for texts of a language: {@code en} is for {@code en-GB} too. */
  boolean isFor(String tag) {
    String asked = tag.toLowerCase(Locale.ROOT);
    return asked.equals(language) || asked.startsWith(language + "-");
  }

  /** What is said for a grapheme, or null. */
  Lexeme find(String grapheme) {
    Lexeme exact = lexemes.get(grapheme);
    return exact == null ? lexemes.get(folded(grapheme)) : exact;
  }

  boolean hasAliases() {
    return hasAliases;
  }

  int longestPhrase() {
    return longestPhrase;
  }

  private static int words(String phrase) {
    return phrase.split("[ \\-]").length;
  }

  /** Lower case, and apostrophes as keyboards have them. */
  private static String folded(String grapheme) {
    return grapheme.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
  }

  /** Reads one document. */
  private static final class Parser {

    private final XMLStreamReader in;
    private final Map<String, Lexeme> lexemes = new HashMap<>();

    Parser(XMLStreamReader in) {
      this.in = in;
    }

    PronunciationLexicon lexicon() throws XMLStreamException, Fault {
      while (in.next() != XMLStreamConstants.START_ELEMENT) {
        if (in.getEventType() == XMLStreamConstants.DTD) {
          throw fault("a document type is not allowed");
        }
      }
      expect("lexicon");
      if (!"1.0".equals(in.getAttributeValue(null, "version"))) {
        throw fault("<lexicon> needs version=\"1.0\"");
      }
      String alphabet = in.getAttributeValue(null, "alphabet");
      if (!"ipa".equals(alphabet)) {
        throw fault("<lexicon> needs alphabet=\"ipa\"");
      }
      String language = in.getAttributeValue(XMLConstants.XML_NS_URI, "lang");
      if (language == null || !language.matches("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")) {
        throw fault("<lexicon> needs xml:lang with the tag of a language");
      }
      while (in.nextTag() == XMLStreamConstants.START_ELEMENT) {
        switch (name()) {
          case "lexeme" -> lexeme();
          case "meta", "metadata" -> skip();
          default -> throw fault("<" + in.getLocalName() + "> is not allowed in <lexicon>");
        }
      }
      return new PronunciationLexicon(language.toLowerCase(Locale.ROOT), lexemes);
    }

    private void lexeme() throws XMLStreamException, Fault {
      int line = in.getLocation().getLineNumber();
      List<String> graphemes = new ArrayList<>();
      Lexeme said = null;
      boolean preferred = false;
      while (in.nextTag() == XMLStreamConstants.START_ELEMENT) {
        String name = name();
        switch (name) {
          case "grapheme" -> graphemes.add(grapheme());
          case "phoneme", "alias" -> {
            boolean prefers = "true".equals(in.getAttributeValue(null, "prefer"));
            Lexeme next = name.equals("alias") ? new Lexeme(text(), true) : phoneme();
            if (said == null || (prefers && !preferred)) {
              said = next;
            }
            preferred |= prefers;
          }
          case "example" -> skip();
          default -> throw fault("<" + in.getLocalName() + "> is not allowed in <lexeme>");
        }
      }
      if (graphemes.isEmpty()) {
        throw new Fault(line, "<lexeme> needs a <grapheme>");
      }
      if (said == null) {
        throw new Fault(line, "<lexeme> needs a <phoneme> or an <alias>");
      }
      for (String grapheme : graphemes) {
        // The first lexeme of a grapheme counts (PLS 1.0, 5.1: homographs in document order).
        lexemes.putIfAbsent(grapheme, said);
        lexemes.putIfAbsent(folded(grapheme), said);
      }
    }

    private String grapheme() throws XMLStreamException, Fault {
      int line = in.getLocation().getLineNumber();
      String text = text();
      if (Words.end(text, 0) == 0) {
        throw new Fault(line, "a grapheme begins with a letter: " + text);
      }
      return text;
    }

    private Lexeme phoneme() throws XMLStreamException, Fault {
      int line = in.getLocation().getLineNumber();
      String alphabet = in.getAttributeValue(null, "alphabet");
      if (alphabet != null && !alphabet.equals("ipa")) {
        throw new Fault(line, "only alphabet=\"ipa\" is known, not " + alphabet);
      }
      String ipa = text();
      for (int i = 0; i < ipa.length(); i++) {
        if (IPA.indexOf(ipa.charAt(i)) < 0) {
          throw new Fault(line, "not a sign of the IPA: " + ipa.charAt(i));
        }
      }
      return new Lexeme(ipa, false);
    }

    private String text() throws XMLStreamException, Fault {
      int line = in.getLocation().getLineNumber();
      String name = in.getLocalName();
      String text = in.getElementText().strip().replaceAll("\\s+", " ");
      if (text.isEmpty() || text.length() > LONGEST_TEXT) {
        throw new Fault(line, "<" + name + "> needs 1 to " + LONGEST_TEXT + " characters");
      }
      return text;
    }

    /** The name of an element of the specification, or empty. */
    private String name() {
      return NAMESPACE.equals(in.getNamespaceURI()) ? in.getLocalName() : "";
    }

    private void expect(String name) throws Fault {
      if (!name().equals(name)) {
        throw fault("the root is <" + name + "> in the namespace " + NAMESPACE);
      }
    }

    private void skip() throws XMLStreamException {
      for (int depth = 1; depth > 0; ) {
        int event = in.next();
        depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
        depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
      }
    }

    private Fault fault(String message) {
      return new Fault(in.getLocation().getLineNumber(), message);
    }
  }
}
