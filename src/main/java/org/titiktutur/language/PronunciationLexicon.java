package org.titiktutur.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * A list of words and how they are said, written as the W3C's Pronunciation Lexicon Specification
 * 1.0 has it: {@code lexeme} with {@code grapheme}s and a {@code phoneme} in IPA or an {@code
 * alias}. A grapheme is found as it is written, else without regard to case; of several
 * pronunciations the preferred one counts, else the first (4.9).
 */
public final class PronunciationLexicon {

  /** What is said for a grapheme. */
  record Lexeme(String said, boolean isAlias) {}

  /**
   * A word of a lexicon.
   *
   * @param line where it stands in its document; 0 where there is none
   * @param written one word, or several joined by single spaces or hyphens; for an alias whatever
   *     begins with a letter
   * @param said IPA, or for an alias what is read in place of it
   */
  public record Entry(int line, String written, String said, boolean alias) {}

  /** What can be wrong with a lexicon. */
  public enum Flaw {
    TOO_LONG,
    NOT_XML,
    DOCTYPE,
    NO_LEXICON,
    VERSION,
    ALPHABET,
    LANGUAGE,
    ELEMENT,
    NO_GRAPHEME,
    NO_PHONEME,
    LENGTH,
    NO_LETTER_FIRST,
    /** Signs that are no part of words can be read as something else, but not be sounded. */
    NOT_A_WORD,
    NOT_IPA,
    /** The engine that speaks the language has no such sound. */
    NO_SOUND,
    /** No engine takes sounds for the language, only words. */
    ONLY_ALIASES,
    /** The same word was said otherwise on a line before. */
    SAID_BEFORE;

    /** For messages: {@code not-ipa}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * One thing that is wrong.
   *
   * @param line counted from 1; 0 where it concerns no line
   * @param what the sign, word or element that it is about; may be empty
   */
  public record Found(int line, Flaw flaw, String what) {}

  /**
   * A document as it was read.
   *
   * @param language BCP 47, as the document has it; empty if it was not even read so far
   * @param entries those without a flaw, in their order; a lexeme with several graphemes is several
   */
  public record Document(String language, List<Entry> entries, List<Found> flaws) {
    public Document {
      entries = List.copyOf(entries);
      flaws = List.copyOf(flaws);
    }
  }

  /** Why a lexicon cannot be used. */
  public static final class Fault extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Found found;

    Fault(Found found) {
      super(found.flaw().code() + ": " + found.what());
      this.found = found;
    }

    Fault(int line, Flaw flaw, String what) {
      this(new Found(line, flaw, what));
    }

    public Found found() {
      return found;
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

  /** What holds other signs than words and joints, the longest first, by its first word. */
  private final Map<String, List<String>> odd = new HashMap<>();

  private PronunciationLexicon(String language, Map<String, Lexeme> lexemes) {
    this.language = language;
    this.lexemes = lexemes;
    longestPhrase = lexemes.keySet().stream().mapToInt(PronunciationLexicon::words).max().orElse(0);
    hasAliases = lexemes.values().stream().anyMatch(Lexeme::isAlias);
    for (String grapheme : lexemes.keySet()) {
      if (!isWords(grapheme) && Words.end(grapheme, 0) > 0) {
        odd.computeIfAbsent(
                folded(grapheme.substring(0, Words.end(grapheme, 0))), first -> new ArrayList<>())
            .add(grapheme);
      }
    }
    odd.values().forEach(list -> list.sort(Comparator.comparing(String::length).reversed()));
  }

  /**
   * Reads a lexicon.
   *
   * @throws Fault if it is not XML, not a lexicon, or says something that cannot be said
   */
  public static PronunciationLexicon read(String xml) throws Fault {
    return of(examine(xml));
  }

  /** Reads a document to its end, or as far as it can be understood; never fails. */
  public static Document examine(String xml) {
    if (xml.length() > LONGEST) {
      Found found = new Found(0, Flaw.TOO_LONG, String.valueOf(LONGEST));
      return new Document("", List.of(), List.of(found));
    }
    return examine(new StringReader(xml));
  }

  private static Document examine(Reader xml) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    Parser parser = new Parser();
    try {
      parser.read(factory.createXMLStreamReader(xml));
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
      parser.flaws.add(new Found(line, Flaw.NOT_XML, firstLine(e.getMessage())));
    } catch (Fault e) {
      parser.flaws.add(e.found());
    }
    return new Document(parser.language, parser.entries, parser.flaws);
  }

  private static PronunciationLexicon of(Document document) throws Fault {
    if (!document.flaws().isEmpty()) {
      throw new Fault(document.flaws().get(0));
    }
    Map<String, Lexeme> lexemes = new HashMap<>();
    for (Entry entry : document.entries()) {
      // The first lexeme of a grapheme counts (PLS 1.0, 5.1: homographs in document order).
      // Engines know tʃ without the tie.
      String told = entry.alias() ? entry.said() : entry.said().replaceAll("[͜͡]", "");
      Lexeme said = new Lexeme(told, entry.alias());
      lexemes.putIfAbsent(entry.written(), said);
      lexemes.putIfAbsent(folded(entry.written()), said);
    }
    return new PronunciationLexicon(document.language().toLowerCase(Locale.ROOT), lexemes);
  }

  /**
   * What is wrong with an entry that somebody makes by hand, if anything is: what {@link #examine}
   * would find in a document of it.
   */
  public static Optional<Found> flaw(Entry entry) {
    try {
      checkLength(entry.written(), "grapheme", 0);
      checkWritten(entry.written(), entry.alias(), 0);
      checkLength(entry.said(), entry.alias() ? "alias" : "phoneme", 0);
      if (!entry.alias()) {
        checkIpa(entry.said(), 0);
      }
      return Optional.empty();
    } catch (Fault e) {
      return Optional.of(e.found());
    }
  }

  /** A document of these entries. */
  public static String write(String language, List<Entry> entries) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      text.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
      xml.setDefaultNamespace(NAMESPACE);
      xml.writeStartElement(NAMESPACE, "lexicon");
      xml.writeDefaultNamespace(NAMESPACE);
      xml.writeAttribute("version", "1.0");
      xml.writeAttribute("alphabet", "ipa");
      xml.writeAttribute("xml", XMLConstants.XML_NS_URI, "lang", language);
      for (Entry entry : entries) {
        xml.writeCharacters("\n  ");
        xml.writeStartElement(NAMESPACE, "lexeme");
        write(xml, "grapheme", entry.written());
        write(xml, entry.alias() ? "alias" : "phoneme", entry.said());
        xml.writeEndElement();
      }
      xml.writeCharacters("\n");
      xml.writeEndElement();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("no document was written", e);
    }
    return text.append('\n').toString();
  }

  private static void write(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(NAMESPACE, name);
    xml.writeCharacters(text);
    xml.writeEndElement();
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
          : Optional.of(of(examine(new InputStreamReader(in, StandardCharsets.UTF_8))));
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

  /**
   * The longest grapheme that is more than words and stands at a place of a text, or null.
   *
   * @param firstEnd where the word ends that begins there
   */
  String findOdd(String text, int from, int firstEnd) {
    if (odd.isEmpty()) {
      return null;
    }
    List<String> candidates = odd.getOrDefault(folded(text.substring(from, firstEnd)), List.of());
    for (String each : candidates) {
      int end = from + each.length();
      boolean whole =
          end >= text.length()
              || !Character.isLetterOrDigit(text.codePointAt(end))
              || !Character.isLetterOrDigit(text.codePointBefore(end));
      if (text.regionMatches(true, from, each, 0, each.length()) && whole) {
        return each;
      }
    }
    return null;
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
  static String folded(String grapheme) {
    return grapheme.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
  }

  private static void checkLength(String text, String name, int line) throws Fault {
    if (text.isEmpty() || text.length() > LONGEST_TEXT) {
      throw new Fault(line, Flaw.LENGTH, name);
    }
  }

  private static void checkWritten(String text, boolean alias, int line) throws Fault {
    if (Words.end(text, 0) == 0) {
      throw new Fault(line, Flaw.NO_LETTER_FIRST, text);
    }
    if (!alias && !isWords(text)) {
      throw new Fault(line, Flaw.NOT_A_WORD, text);
    }
  }

  /** Whether a text is words with single joints between. */
  private static boolean isWords(String text) {
    for (int at = 0; at <= text.length(); at++) {
      int end = Words.end(text, at);
      if (end == at || (end < text.length() && !Words.isJoint(text.charAt(end)))) {
        return false;
      }
      at = end;
    }
    return true;
  }

  private static void checkIpa(String ipa, int line) throws Fault {
    for (int i = 0; i < ipa.length(); i++) {
      if (IPA.indexOf(ipa.charAt(i)) < 0) {
        throw new Fault(line, Flaw.NOT_IPA, ipa.substring(i, i + 1));
      }
    }
  }

  /** Reads one document; what is wrong with one lexeme does not keep it from the next. */
  private static final class Parser {

    private final List<Entry> entries = new ArrayList<>();
    private final List<Found> flaws = new ArrayList<>();
    private String language = "";
    private XMLStreamReader in;

    void read(XMLStreamReader document) throws XMLStreamException, Fault {
      in = document;
      while (in.next() != XMLStreamConstants.START_ELEMENT) {
        if (in.getEventType() == XMLStreamConstants.DTD) {
          throw fault(Flaw.DOCTYPE, "");
        }
      }
      if (!name().equals("lexicon")) {
        throw fault(Flaw.NO_LEXICON, NAMESPACE);
      }
      if (!"1.0".equals(in.getAttributeValue(null, "version"))) {
        throw fault(Flaw.VERSION, "");
      }
      if (!"ipa".equals(in.getAttributeValue(null, "alphabet"))) {
        throw fault(Flaw.ALPHABET, "");
      }
      String tag = in.getAttributeValue(XMLConstants.XML_NS_URI, "lang");
      if (tag == null || !tag.matches("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")) {
        throw fault(Flaw.LANGUAGE, "");
      }
      language = tag;
      while (in.nextTag() == XMLStreamConstants.START_ELEMENT) {
        switch (name()) {
          case "lexeme" -> lexeme();
          case "meta", "metadata" -> skip();
          default -> {
            note(fault(Flaw.ELEMENT, in.getLocalName()));
            skip();
          }
        }
      }
    }

    private void lexeme() throws XMLStreamException {
      int line = in.getLocation().getLineNumber();
      int flawsBefore = flaws.size();
      List<Entry> graphemes = new ArrayList<>();
      Lexeme said = null;
      boolean preferred = false;
      while (in.nextTag() == XMLStreamConstants.START_ELEMENT) {
        int at = in.getLocation().getLineNumber();
        String name = name();
        boolean prefers = "true".equals(in.getAttributeValue(null, "prefer"));
        String alphabet = in.getAttributeValue(null, "alphabet");
        switch (name) {
          case "grapheme", "phoneme", "alias" -> {
            String text = in.getElementText().strip().replaceAll("\\s+", " ");
            try {
              checkLength(text, name, at);
              if (name.equals("phoneme")) {
                if (alphabet != null && !alphabet.equals("ipa")) {
                  throw new Fault(at, Flaw.ALPHABET, alphabet);
                }
                checkIpa(text, at);
              }
            } catch (Fault e) {
              note(e);
            }
            if (name.equals("grapheme")) {
              graphemes.add(new Entry(at, text, "", false));
            } else {
              said =
                  said == null || (prefers && !preferred)
                      ? new Lexeme(text, name.equals("alias"))
                      : said;
              preferred |= prefers;
            }
          }
          case "example" -> skip();
          default -> {
            note(fault(Flaw.ELEMENT, in.getLocalName()));
            skip();
          }
        }
      }
      if (graphemes.isEmpty()) {
        note(new Fault(line, Flaw.NO_GRAPHEME, ""));
      }
      if (said == null) {
        note(new Fault(line, Flaw.NO_PHONEME, ""));
      }
      if (flaws.size() > flawsBefore) {
        return;
      }
      for (Entry each : graphemes) {
        try {
          checkWritten(each.written(), said.isAlias(), each.line());
          entries.add(new Entry(each.line(), each.written(), said.said(), said.isAlias()));
        } catch (Fault e) {
          note(e);
        }
      }
    }

    private void note(Fault fault) {
      flaws.add(fault.found());
    }

    /** The name of an element of the specification, or empty. */
    private String name() {
      return NAMESPACE.equals(in.getNamespaceURI()) ? in.getLocalName() : "";
    }

    private void skip() throws XMLStreamException {
      for (int depth = 1; depth > 0; ) {
        int event = in.next();
        depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
        depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
      }
    }

    private Fault fault(Flaw flaw, String what) {
      return new Fault(in.getLocation().getLineNumber(), flaw, what);
    }
  }
}
