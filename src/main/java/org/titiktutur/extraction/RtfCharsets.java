package org.titiktutur.extraction;

import java.nio.charset.Charset;

/** The names that RTF gives to encodings and languages: numbers of code pages, sets and locales. */
final class RtfCharsets {

  static final Charset USUAL = Charset.forName("windows-1252");

  private RtfCharsets() {}

  /** {@code \ansicpg} and {@code \cpg}. */
  static Charset ofCodePage(int page) {
    return switch (page) {
      case 437 -> named("IBM437");
      case 850 -> named("IBM850");
      case 866 -> named("IBM866");
      case 874 -> named("x-windows-874");
      case 932 -> named("windows-31j");
      case 936 -> named("GBK");
      case 949 -> named("x-windows-949");
      case 950 -> named("Big5");
      case 10000 -> named("x-MacRoman");
      case 65001 -> named("UTF-8");
      default -> named("windows-" + page);
    };
  }

  /** {@code \fcharset} of a font; null: the encoding of the file. */
  static Charset ofFont(int set) {
    return switch (set) {
      case 77 -> named("x-MacRoman");
      case 128 -> named("windows-31j");
      case 129 -> named("x-windows-949");
      case 130 -> named("x-Johab");
      case 134 -> named("GBK");
      case 136 -> named("Big5");
      case 161 -> named("windows-1253");
      case 162 -> named("windows-1254");
      case 163 -> named("windows-1258");
      case 177 -> named("windows-1255");
      case 178 -> named("windows-1256");
      case 186 -> named("windows-1257");
      case 204 -> named("windows-1251");
      case 222 -> named("x-windows-874");
      case 238 -> named("windows-1250");
      case 254, 255 -> named("IBM437");
      default -> null;
    };
  }

  private static Charset named(String name) {
    return Charset.isSupported(name) ? Charset.forName(name) : USUAL;
  }

  /** The tag of a Windows locale ([MS-LCID] 2.2); null for those that a book here hardly has. */
  static String language(int locale) {
    return switch (locale) {
      case 1057 -> "id";
      case 1086, 2110 -> "ms";
      case 1033 -> "en-US";
      case 2057 -> "en-GB";
      case 3081 -> "en-AU";
      case 1025 -> "ar";
      case 1028, 3076 -> "zh-TW";
      case 2052, 4100 -> "zh-CN";
      case 1031 -> "de";
      case 1034, 3082 -> "es";
      case 1036 -> "fr";
      case 1040 -> "it";
      case 1041 -> "ja";
      case 1042 -> "ko";
      case 1043 -> "nl";
      case 1046, 2070 -> "pt";
      case 1049 -> "ru";
      case 1054 -> "th";
      case 1055 -> "tr";
      case 1066 -> "vi";
      case 1081 -> "hi";
      case 1124 -> "fil";
      default -> null;
    };
  }
}
