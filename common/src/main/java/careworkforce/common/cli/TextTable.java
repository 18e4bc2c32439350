package careworkforce.common.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Rows set in columns for a terminal; columns of numbers stand to the right. */
final class TextTable {
  private static final String NUMBER = "[-−+]?[0-9][0-9,._]*([eE][-+]?[0-9]+)?%?|–|NULL|";
  private final List<String> headings;
  private final List<List<String>> rows = new ArrayList<>();

  TextTable(String... headings) {
    this(List.of(headings));
  }

  TextTable(List<String> headings) {
    this.headings = headings;
  }

  TextTable row(String... cells) {
    return row(List.of(cells));
  }

  TextTable row(List<String> cells) {
    rows.add(cells.stream().map(c -> c.replaceAll("\\R", " ")).toList());
    return this;
  }

  void print(PrintWriter out) {
    int[] widths = new int[headings.size()];
    boolean[] right = new boolean[headings.size()];
    for (int i = 0; i < widths.length; i++) {
      int column = i;
      widths[i] = headings.get(i).length();
      right[i] = !rows.isEmpty();
      rows.forEach(r -> widths[column] = Math.max(widths[column], r.get(column).length()));
      rows.forEach(r -> right[column] &= r.get(column).matches(NUMBER));
    }
    print(out, headings, widths, right);
    print(out, headings.stream().map(h -> "").toList(), widths, right, '-');
    rows.forEach(r -> print(out, r, widths, right));
  }

  private static void print(PrintWriter out, List<String> cells, int[] widths, boolean[] right) {
    print(out, cells, widths, right, ' ');
  }

  private static void print(
      PrintWriter out, List<String> cells, int[] widths, boolean[] right, char fill) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String pad = String.valueOf(fill).repeat(widths[i] - cells.get(i).length());
      line.append(i == 0 ? "" : "  ");
      line.append(right[i] ? pad + cells.get(i) : cells.get(i) + pad);
    }
    out.println(line.toString().stripTrailing());
  }
}
