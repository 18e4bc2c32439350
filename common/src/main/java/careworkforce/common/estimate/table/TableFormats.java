package careworkforce.common.estimate.table;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a table's cells in the formats people paste from. */
final class TableFormats {
  private TableFormats() {}

  static String text(TableGrid grid) {
    List<List<String>> all =
        Stream.of(grid.head(), grid.estimates(), grid.foot()).flatMap(List::stream).toList();
    int columns = all.get(0).size();
    int[] widths = new int[columns];
    for (List<String> row : all) {
      for (int c = 0; c < columns; c++) {
        widths[c] = Math.max(widths[c], row.get(c).length());
      }
    }
    String rule = "-".repeat(java.util.Arrays.stream(widths).sum() + 2 * (columns - 1));
    return lines(grid.head(), widths)
        + rule
        + "\n"
        + lines(grid.estimates(), widths)
        + rule
        + "\n"
        + lines(grid.foot(), widths)
        + grid.note()
        + "\n";
  }

  private static String lines(List<List<String>> rows, int[] widths) {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < row.size(); c++) {
        String pad = " ".repeat(widths[c] - row.get(c).length());
        line.append(c == 0 ? row.get(c) + pad : "  " + pad + row.get(c));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  static String latex(TableGrid grid) {
    int models = grid.head().get(0).size() - 1;
    return "\\begin{tabular}{l"
        + "c".repeat(models)
        + "}\n\\toprule\n"
        + latexRows(grid.head())
        + "\\midrule\n"
        + latexRows(grid.estimates())
        + "\\midrule\n"
        + latexRows(grid.foot())
        + "\\bottomrule\n\\multicolumn{"
        + (models + 1)
        + "}{p{0.9\\linewidth}}{\\footnotesize "
        + latexEscaped(grid.note())
        + "}\n\\end{tabular}\n";
  }

  private static String latexRows(List<List<String>> rows) {
    return rows.stream()
        .map(
            row ->
                row.stream().map(TableFormats::latexEscaped).collect(Collectors.joining(" & "))
                    + " \\\\\n")
        .collect(Collectors.joining());
  }

  static String latexEscaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (char c : text.toCharArray()) {
      escaped.append(
          switch (c) {
            case '\\' -> "\\textbackslash{}";
            case '^' -> "\\textasciicircum{}";
            case '~' -> "\\textasciitilde{}";
            case '<', '>', '|' -> "$" + c + "$";
            case '&', '%', '$', '#', '_', '{', '}' -> "\\" + c;
            default -> String.valueOf(c);
          });
    }
    return escaped.toString();
  }

  static String html(TableGrid grid) {
    int columns = grid.head().get(0).size();
    return "<table class=\"regression\">\n<thead>\n"
        + htmlRows(grid.head(), "th")
        + "</thead>\n<tbody>\n"
        + htmlRows(grid.estimates(), "td")
        + htmlRows(grid.foot(), "td")
        + "</tbody>\n<tfoot><tr><td colspan=\""
        + columns
        + "\">"
        + escaped(grid.note())
        + "</td></tr></tfoot>\n</table>\n";
  }

  private static String htmlRows(List<List<String>> rows, String tag) {
    return rows.stream()
        .map(
            row ->
                row.stream()
                    .map(cell -> "<" + tag + ">" + escaped(cell) + "</" + tag + ">")
                    .collect(Collectors.joining("", "<tr>", "</tr>\n")))
        .collect(Collectors.joining());
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  static String quoted(String text) {
    return text.matches("[^,\"\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }
}
