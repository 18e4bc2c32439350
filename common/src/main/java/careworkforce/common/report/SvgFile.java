package careworkforce.common.report;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A picture as a file of its own, its style inside; light or dark as the reader's screen. */
public final class SvgFile {
  /** What a picture, a table or a file says whose rows are synthetic. */
  public static final String SYNTHETIC = "Synthetic data: no number here is a finding.";

  private static final Pattern HEIGHT = Pattern.compile("(?<=viewBox=\"0 0 [0-9.]{1,9} )[0-9.]+");
  private static final double LINE = 20;

  private SvgFile() {}

  /**
   * The file's text.
   *
   * @param synthetic true if any row behind it is synthetic; it then says so in a line below, and
   *     to those who have it read to them
   */
  public static String of(Picture picture, boolean synthetic) {
    String svg = synthetic ? marked(picture.svg()) : picture.svg();
    int inside = svg.indexOf('>') + 1;
    String style = "<style>" + Page.style() + "svg { background: var(--paper); }</style>";
    return svg.substring(0, inside) + style + svg.substring(inside) + "\n";
  }

  private static String marked(String svg) {
    double height =
        HEIGHT
            .matcher(svg)
            .results()
            .findFirst()
            .map(MatchResult::group)
            .map(Double::parseDouble)
            .orElseThrow();
    Element line = Svg.words("unit", 8, height + LINE / 2, "start", SYNTHETIC);
    String grown = HEIGHT.matcher(svg).replaceFirst(Numbers.coordinate(height + LINE));
    return grown
        .replaceFirst("aria-label=\"", "aria-label=\"" + SYNTHETIC + " ")
        .replaceFirst("<desc>", "<desc>" + SYNTHETIC + " ")
        .replaceFirst("</svg>$", line + "</svg>");
  }
}
