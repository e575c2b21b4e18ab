package org.titiktutur.extraction;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What {@code META-INF/encryption.xml} says is encrypted. Fonts that are merely obfuscated (the
 * algorithms of IDPF and of Adobe) are no lock: the text is in the clear.
 */
final class EpubProtection {

  private static final Set<String> FONT_ALGORITHMS =
      Set.of("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC");

  private final EpubArchive archive;
  private final Set<String> locked = new HashSet<>();
  private boolean fonts;
  private boolean lcp;
  private boolean fairPlay;
  private boolean damaged;

  EpubProtection(EpubArchive archive) throws IOException, Refusal {
    this.archive = archive;
    EpubArchive.Content encryption = archive.read("META-INF/encryption.xml");
    if (encryption != null) {
      try {
        SafeXml.parse(new ByteArrayInputStream(encryption.bytes()), new Handler());
      } catch (SAXException e) {
        damaged = true;
      }
    }
  }

  /** Whether fonts are obfuscated. */
  boolean hasObfuscatedFonts() {
    return fonts;
  }

  /** Whether this file is encrypted. */
  boolean locks(String path) {
    return locked.contains(path);
  }

  /** Whether files of a known lock are there, though it may lock nothing. */
  boolean hasKeyFiles() {
    return damaged
        || archive.has("META-INF/rights.xml")
        || archive.has("META-INF/license.lcpl")
        || archive.has("META-INF/sinf.xml");
  }

  /** What the lock is called. */
  String scheme() {
    if (lcp || archive.has("META-INF/license.lcpl")) {
      return "Readium LCP";
    } else if (fairPlay || archive.has("META-INF/sinf.xml")) {
      return "Apple FairPlay";
    } else if (archive.has("META-INF/rights.xml")) {
      return "Adobe ADEPT";
    }
    return "XML Encryption";
  }

  private final class Handler extends DefaultHandler {
    private String algorithm = "";
    private boolean inKey;

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) {
      switch (local) {
        case "EncryptedData" -> algorithm = "";
        case "KeyInfo" -> inKey = true;
        case "EncryptionMethod" -> {
          String value = attributes.getValue("Algorithm");
          if (!inKey && value != null) {
            algorithm = value;
            fairPlay |= value.contains("itunes.apple.com");
          }
        }
        case "RetrievalMethod" -> {
          String type = attributes.getValue("Type");
          lcp |= type != null && type.contains("readium.org");
        }
        case "CipherReference" -> cipher(attributes.getValue("URI"));
        default -> {}
      }
    }

    private void cipher(String reference) {
      String path =
          reference == null ? null : EpubArchive.resolve("", reference.replaceFirst("^/", ""));
      if (FONT_ALGORITHMS.contains(algorithm)) {
        fonts = true;
      } else if (path != null && locked.size() < 100_000) {
        locked.add(path);
      }
    }

    @Override
    public void endElement(String uri, String local, String name) {
      if (local.equals("KeyInfo")) {
        inKey = false;
      }
    }
  }
}
