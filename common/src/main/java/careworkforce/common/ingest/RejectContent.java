package careworkforce.common.ingest;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * What is kept of a rejected line. Identifiers are masked: cells declared or looking like one
 * become {@code ***}. In a file that may tell who persons are, so do cells of a column that the
 * layout does not know and full dates of birth or death, and a line that could not be cut into its
 * cells keeps its shape only: letters become x, digits 9. Line ends within it become U+2424.
 */
final class RejectContent {
  private static final int LONGEST = 2_000;
  private static final String MASK = "***";
  private static final Pattern LETTER = Pattern.compile("\\p{L}");
  private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");

  private RejectContent() {}

  /** Of a line that was cut into the header's cells. */
  static String of(Cells cells, Binding binding, char delimiter, boolean personal) {
    StringBuilder content = new StringBuilder();
    for (int i = 0; i < cells.count() && content.length() <= LONGEST; i++) {
      if (i > 0) {
        content.append(delimiter);
      }
      content.append(masks(i, cells, binding, personal) ? MASK : cells.text(i));
    }
    return shortened(content.toString());
  }

  /** True if a cell is never shown, or looks like an identifier and is not declared. */
  static boolean masks(int cell, Cells cells, Binding binding, boolean personal) {
    byte[] bytes = cells.at(cell);
    return cells.to() > cells.from()
        && (binding.hidden()[cell]
            || !binding.declared()[cell]
                && (looks(bytes, cells, personal)
                    || binding.ofLife()[cell]
                        && DirectIdentifiers.fullDate(bytes, cells.from(), cells.to())));
  }

  private static boolean looks(byte[] bytes, Cells cells, boolean personal) {
    DirectIdentifiers.Kind kind = DirectIdentifiers.kind(bytes, cells.from(), cells.to());
    return personal
        ? kind != DirectIdentifiers.Kind.NONE
        : kind == DirectIdentifiers.Kind.NHS_NUMBER || kind == DirectIdentifiers.Kind.NINO;
  }

  /**
   * Of a line that was not.
   *
   * @param shapeOnly whether some cell may tell who a person is
   */
  static String of(byte[] bytes, int from, int to, boolean shapeOnly) {
    int end = Math.min(to, from + 4 * LONGEST);
    String text =
        new String(bytes, from, end - from, StandardCharsets.UTF_8).replace('\0', '\u2400');
    String kept =
        shapeOnly ? DIGIT.matcher(LETTER.matcher(text).replaceAll("x")).replaceAll("9") : text;
    return shortened(kept);
  }

  private static String shortened(String text) {
    String line = text.replace('\n', '\u2424');
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
