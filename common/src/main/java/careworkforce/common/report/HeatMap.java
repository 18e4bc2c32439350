package careworkforce.common.report;

import java.util.Arrays;
import java.util.List;

/**
 * A matrix, darker where a cell is larger, every cell with its number.
 *
 * @param title what is shown
 * @param down what a row is, such as {@code from}
 * @param across what a column is, such as {@code to}
 * @param rows names of the rows
 * @param columns names of the columns
 * @param values one array a row; NaN leaves a cell empty
 * @param decimals of the numbers shown
 */
public record HeatMap(
    String title,
    String down,
    String across,
    List<String> rows,
    List<String> columns,
    double[][] values,
    int decimals)
    implements Picture {
  private static final double LEFT = 190;
  private static final double RIGHT = Svg.WIDTH - 64;
  private static final double TOP = 128;
  private static final double ROW = 27;
  private static final double DARK = 0.5;

  @Override
  public String svg() {
    double width = (RIGHT - LEFT) / Math.max(1, columns.size());
    Element svg = Svg.canvas(TOP + ROW * rows.size() + 6, title, description());
    svg.add(Svg.words("unit", LEFT - 10, TOP - 10, "end", down + " ↓   " + across + " →"));
    for (int j = 0; j < columns.size(); j++) {
      double x = LEFT + (j + 0.5) * width;
      svg.add(
          Svg.words("tick", x, TOP - 8, "start", columns.get(j))
              .with("transform", "rotate(-42 " + Numbers.coordinate(x) + " " + (TOP - 8) + ")"));
    }
    double greatest = greatest();
    for (int i = 0; i < rows.size(); i++) {
      double y = TOP + i * ROW;
      svg.add(Svg.words("tick", LEFT - 10, y + ROW / 2 + 4, "end", rows.get(i)));
      for (int j = 0; j < columns.size(); j++) {
        cell(svg, i, j, LEFT + j * width, y, width, values[i][j] / greatest);
      }
    }
    return svg.toString();
  }

  private void cell(Element svg, int i, int j, double x, double y, double width, double shade) {
    double value = values[i][j];
    if (Double.isNaN(value)) {
      svg.add(Svg.rect("empty", x + 1, y + 1, width - 2, ROW - 2));
      return;
    }
    String tip = rows.get(i) + " → " + columns.get(j) + ": " + Numbers.fixed(value, decimals);
    svg.add(
        Svg.rect("cell", x + 1, y + 1, width - 2, ROW - 2)
            .with("fill-opacity", 0.05 + 0.95 * shade)
            .add(Element.of("title").text(tip)));
    String kind = shade > DARK ? "value strong" : "value";
    String text = value == 0 ? "·" : Numbers.fixed(value, decimals);
    svg.add(Svg.words(kind, x + width / 2, y + ROW / 2 + 4, "middle", text));
  }

  private double greatest() {
    double max =
        Arrays.stream(values)
            .flatMapToDouble(Arrays::stream)
            .filter(v -> !Double.isNaN(v))
            .max()
            .orElse(0);
    return max > 0 ? max : 1;
  }

  private String description() {
    return rows.size() + " rows (" + down + ") by " + columns.size() + " columns (" + across + ")";
  }

  @Override
  public HtmlTable table() {
    HtmlTable table = HtmlTable.of(title).column(down + " \\ " + across);
    columns.forEach(table::number);
    for (int i = 0; i < rows.size(); i++) {
      String[] cells = new String[columns.size() + 1];
      cells[0] = rows.get(i);
      for (int j = 0; j < columns.size(); j++) {
        cells[j + 1] = Numbers.fixed(values[i][j], decimals);
      }
      table.row(cells);
    }
    return table;
  }
}
