package careworkforce.common.report;

/** A picture as a file of its own, its style inside; light or dark as the reader's screen. */
public final class SvgFile {
  private SvgFile() {}

  /** The file's text. */
  public static String of(Picture picture) {
    String svg = picture.svg();
    int inside = svg.indexOf('>') + 1;
    String style = "<style>" + Page.style() + "svg { background: var(--paper); }</style>";
    return svg.substring(0, inside) + style + svg.substring(inside) + "\n";
  }
}
