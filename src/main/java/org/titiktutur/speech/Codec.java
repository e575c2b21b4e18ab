package org.titiktutur.speech;

/** How sound is written down. */
public enum Codec {
  /** MPEG-2 layer III with a tag at its head. */
  MP3("audio.mp3"),
  /** AAC-LC, frame by frame with an ADTS head each (ISO/IEC 13818-7, 6.2). */
  AAC("audio.aac");

  private final String file;

  Codec(String file) {
    this.file = file;
  }

  /** What a part's file is called in its folder. */
  public String file() {
    return file;
  }

  /** Whether this machine has an encoder for it. */
  public boolean isHere() {
    boolean bundled =
        System.getProperty("os.name").equals("Linux")
            && System.getProperty("os.arch").equals("amd64");
    return this == MP3 || bundled;
  }
}
