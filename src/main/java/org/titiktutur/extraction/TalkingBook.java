package org.titiktutur.extraction;

import org.titiktutur.publication.FindingCode;

/** What readers of talking books share. */
final class TalkingBook {

  private TalkingBook() {}

  /** Says what becomes of the recording: nothing. */
  static void sound(EpubArchive archive, PublicationBuilder book) {
    int files = archive.count("(?i).*\\.(mp3|mp2|wav|m4a|mp4|aac|ogg)");
    if (files > 0) {
      book.found(FindingCode.AUDIO_NOT_TAKEN_OVER, files);
    }
  }

  static void heading(PublicationBuilder book, int level, String text) {
    book.openHeading(level);
    book.text(text);
    book.close();
  }
}
