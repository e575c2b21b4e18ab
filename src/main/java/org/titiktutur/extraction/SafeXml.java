package org.titiktutur.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.ContentHandler;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;

/**
 * Parses a stranger's XML with the platform's own parser, whatever others are in the class path:
 * nothing outside the document is ever loaded (no DTD, no entity), and what entities inside it may
 * grow to is bounded.
 */
final class SafeXml {

  private static final String JDK = "http://www.oracle.com/xml/jaxp/properties/";

  /** What the platform's parser says where a document goes over one of its limits. */
  private static final String OVER_A_LIMIT = "JAXP000100";

  /** Entities that would grow without end. */
  static final class Swelling extends SAXException {
    private static final long serialVersionUID = 1L;

    Swelling(SAXException cause) {
      super(cause);
    }
  }

  private SafeXml() {}

  /**
   * Parses a document.
   *
   * @throws Swelling where its entities would fill the memory
   * @throws SAXException where it is not well-formed or not harmless
   */
  static void parse(InputStream in, ContentHandler handler) throws IOException, SAXException {
    XMLReader reader = reader();
    reader.setContentHandler(handler);
    try {
      reader.parse(new InputSource(in));
    } catch (SAXParseException e) {
      throw String.valueOf(e.getMessage()).contains(OVER_A_LIMIT) ? new Swelling(e) : e;
    }
  }

  /** Whether what a parser skipped is text that the document wants from outside of it. */
  static boolean isOutside(String skippedEntity) {
    return !skippedEntity.startsWith("%") && !skippedEntity.startsWith("[");
  }

  private static XMLReader reader() throws SAXException {
    try {
      SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
      factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
      factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
      SAXParser parser = factory.newSAXParser();
      parser.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      parser.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      parser.setProperty(JDK + "entityExpansionLimit", "5000");
      parser.setProperty(JDK + "totalEntitySizeLimit", "500000");
      parser.setProperty(JDK + "maxXMLNameLimit", "1000");
      XMLReader reader = parser.getXMLReader();
      reader.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
      reader.setErrorHandler(new Quiet());
      return reader;
    } catch (ParserConfigurationException e) {
      throw new SAXException(e);
    }
  }

  /** The default handler prints. */
  private static final class Quiet implements ErrorHandler {
    @Override
    public void warning(SAXParseException exception) {}

    @Override
    public void error(SAXParseException exception) {}

    @Override
    public void fatalError(SAXParseException exception) throws SAXParseException {
      throw exception;
    }
  }
}
