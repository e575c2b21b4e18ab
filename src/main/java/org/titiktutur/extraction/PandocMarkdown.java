package org.titiktutur.extraction;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.regex.Pattern;

/**
 * What Pandoc adds to Markdown and CommonMark would read as text: fences of divisions ({@code :::
 * warning}) and attributes in braces ({@code {#bab-1 .judul}}).
 */
final class PandocMarkdown {

  private static final Pattern CODE_FENCE = Pattern.compile("\\s{0,3}(`{3,}|~{3,}).*");
  private static final Pattern DIVISION =
      Pattern.compile("\\s*:{3,}\\s*(?:\\{[^{}]*\\}|[\\p{L}\\p{N}_.-]+)?\\s*:*\\s*");

  private static final Pattern DIVISION_OF_ITEM =
      Pattern.compile(
          "(\\s*(?:[-*+]|\\d{1,9}[.)])\\s+):{3,}\\s*(?:\\{[^{}]*\\}|[\\p{L}\\p{N}_.-]+)\\s*");

  private static final String ATTRIBUTE =
      "(?:[#.][^\\s{}\"=]+|[\\p{L}\\p{N}_:-]+=(?:\"[^\"]*\"|[^\\s{}\"]+)|-)";
  private static final String ATTRIBUTES =
      "\\{\\s*" + ATTRIBUTE + "(?:\\s+" + ATTRIBUTE + ")*\\s*\\}";

  private static final Pattern OF_HEADING =
      Pattern.compile("(?m)^( {0,3}#[^{\\n]*)" + ATTRIBUTES + "[ \\t]*$");
  private static final Pattern OF_SPAN = Pattern.compile("\\[([^\\[\\]]*)\\]" + ATTRIBUTES);
  private static final Pattern OF_LINK_OR_CODE = Pattern.compile("(?<=[)`])" + ATTRIBUTES);

  /** Letters of a paragraph; longer ones are no prose. */
  private static final int LONGEST = 100_000;

  /** Spans inside each other. */
  private static final int DEEPEST = 4;

  private PandocMarkdown() {}

  /** The same text without them. */
  static Reader plain(BufferedReader text) throws IOException {
    StringBuilder plain = new StringBuilder();
    StringBuilder block = new StringBuilder();
    String fence = "";
    for (String line = text.readLine(); line != null; line = text.readLine()) {
      boolean fences = CODE_FENCE.matcher(line).matches();
      String sign = fences ? line.strip().substring(0, 3) : "";
      if (fences && (fence.isEmpty() || fence.equals(sign))) {
        end(block, plain);
        fence = fence.isEmpty() ? sign : "";
        plain.append(line).append('\n');
      } else if (!fence.isEmpty()) {
        plain.append(line).append('\n');
      } else if (line.isBlank() || DIVISION.matcher(line).matches()) {
        end(block, plain);
        plain.append('\n');
      } else {
        block.append(DIVISION_OF_ITEM.matcher(line).replaceFirst("$1")).append('\n');
      }
    }
    end(block, plain);
    return new StringReader(plain.toString());
  }

  /** Attributes may go on over lines of a paragraph. */
  private static void end(StringBuilder block, StringBuilder plain) {
    plain.append(
        block.indexOf("{") < 0 || block.length() > LONGEST
            ? block
            : withoutAttributes(block.toString()));
    block.setLength(0);
  }

  private static String withoutAttributes(String block) {
    String plain = block;
    for (int i = 0; i < DEEPEST; i++) {
      plain = OF_SPAN.matcher(plain).replaceAll("$1");
    }
    plain = OF_HEADING.matcher(plain).replaceAll("$1");
    return OF_LINK_OR_CODE.matcher(plain).replaceAll("");
  }
}
