package careworkforce.common.report;

import java.util.ArrayList;
import java.util.List;

/** A table with a caption; columns of numbers are set to the right. */
public final class HtmlTable implements Block {
  private final String caption;
  private final List<String> headings = new ArrayList<>();
  private final List<Boolean> numeric = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();

  private HtmlTable(String caption) {
    this.caption = caption;
  }

  /** An empty table. */
  public static HtmlTable of(String caption) {
    return new HtmlTable(caption);
  }

  /** A column of words. */
  public HtmlTable column(String heading) {
    headings.add(heading);
    numeric.add(false);
    return this;
  }

  /** A column of numbers. */
  public HtmlTable number(String heading) {
    headings.add(heading);
    numeric.add(true);
    return this;
  }

  /** A row, as many cells as columns; the first names the row. */
  public HtmlTable row(String... cells) {
    if (cells.length != headings.size()) {
      throw new IllegalArgumentException(
          caption + ": " + cells.length + " cells for " + headings.size() + " columns");
    }
    rows.add(List.of(cells));
    return this;
  }

  /** True if no row was added. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  @Override
  public String html() {
    Element body = Element.of("tbody");
    rows.forEach(row -> body.add(line(row)));
    Element table =
        Element.of("table")
            .add(Element.of("caption").text(caption))
            .add(Element.of("thead").add(head()))
            .add(body);
    // Wide tables scroll inside their own box, which the keyboard reaches.
    return Element.of("div")
        .with("class", "wide")
        .with("tabindex", "0")
        .with("role", "region")
        .with("aria-label", caption)
        .add(table)
        .toString();
  }

  private Element head() {
    Element line = Element.of("tr");
    for (int i = 0; i < headings.size(); i++) {
      line.add(cell("th", i).with("scope", "col").text(headings.get(i)));
    }
    return line;
  }

  private Element line(List<String> row) {
    Element line = Element.of("tr");
    for (int i = 0; i < row.size(); i++) {
      Element cell = i == 0 ? cell("th", i).with("scope", "row") : cell("td", i);
      line.add(cell.text(row.get(i)));
    }
    return line;
  }

  private Element cell(String name, int column) {
    Element cell = Element.of(name);
    return numeric.get(column) ? cell.with("class", "n") : cell;
  }
}
