package careworkforce.common.estimate.table;

import java.util.List;

/**
 * Cells of a table as they are printed, and the note below. The first column names the rows; every
 * row has as many cells.
 *
 * @param head rows of the header
 * @param estimates rows of the body
 * @param foot rows below it, such as the number of observations
 * @param note what a reader must know of all of it
 */
public record TableGrid(
    List<List<String>> head, List<List<String>> estimates, List<List<String>> foot, String note) {

  /** What stars stand for. */
  public static final String STARS = "* p<0.1, ** p<0.05, *** p<0.01";

  /** The stars of a two-sided p-value. */
  public static String stars(double p) {
    return p < 0.01 ? "***" : p < 0.05 ? "**" : p < 0.1 ? "*" : "";
  }

  /** For a terminal. */
  public String text() {
    return TableFormats.text(this);
  }

  /** For LaTeX with the booktabs package. */
  public String latex() {
    return TableFormats.latex(this);
  }

  /** A table element. */
  public String html() {
    return TableFormats.html(this);
  }
}
