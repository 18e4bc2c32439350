package careworkforce.common.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A map of areas as tiles of equal size, darker where the value is larger, every tile with its name
 * and number. No boundary is drawn: a tile says where an area lies among its neighbours.
 *
 * @param title what is shown
 * @param unit of the values
 * @param tiles where each area stands
 * @param decimals of the numbers shown
 */
public record TileMap(String title, String unit, List<Tile> tiles, int decimals)
    implements Picture {
  private static final double SIZE = 104;
  private static final double GAP = 6;
  private static final double TOP = 30;
  private static final double DARK = 0.6;
  private static final double LINE = 15;
  private static final int LETTERS = 14;

  /**
   * An area.
   *
   * @param name in full
   * @param row from the north, from 0
   * @param column from the west, from 0
   * @param value NaN for none
   */
  public record Tile(String name, int row, int column, double value) {}

  @Override
  public String svg() {
    int rows = 1 + tiles.stream().mapToInt(Tile::row).max().orElse(0);
    int columns = 1 + tiles.stream().mapToInt(Tile::column).max().orElse(0);
    double left = (Svg.WIDTH - columns * SIZE) / 2;
    Element svg = Svg.canvas(TOP + rows * SIZE + GAP, title, description());
    svg.add(Svg.words("unit", left, 16, "start", unit));
    for (Tile tile : tiles) {
      draw(svg, tile, left + tile.column() * SIZE, TOP + tile.row() * SIZE);
    }
    return svg.toString();
  }

  private void draw(Element svg, Tile tile, double x, double y) {
    double shade = shade(tile.value());
    String kind = Double.isNaN(tile.value()) ? "empty" : "cell";
    svg.add(
        Svg.rect(kind, x, y, SIZE - GAP, SIZE - GAP)
            .with("fill-opacity", Double.isNaN(tile.value()) ? 1 : 0.08 + 0.92 * shade)
            .add(Element.of("title").text(tile.name() + ": " + number(tile.value()))));
    String words = shade > DARK ? "value strong" : "value";
    double middle = x + (SIZE - GAP) / 2;
    List<String> lines = lines(tile.name());
    for (int i = 0; i < lines.size(); i++) {
      svg.add(Svg.words(words, middle, y + 26 + LINE * i, "middle", lines.get(i)));
    }
    svg.add(Svg.words(words, middle, y + 84, "middle", number(tile.value())));
  }

  /** The words of a name on lines that fit a tile. */
  private static List<String> lines(String name) {
    List<String> lines = new ArrayList<>();
    for (String word : name.split(" ")) {
      int last = lines.size() - 1;
      if (last >= 0 && lines.get(last).length() + word.length() < LETTERS) {
        lines.set(last, lines.get(last) + " " + word);
      } else {
        lines.add(word);
      }
    }
    return lines;
  }

  /** From 0 for the least to 1 for the greatest. */
  private double shade(double value) {
    double least = values().min().orElse(0);
    double greatest = values().max().orElse(1);
    return Double.isNaN(value) || greatest <= least ? 0 : (value - least) / (greatest - least);
  }

  private java.util.stream.DoubleStream values() {
    return tiles.stream().mapToDouble(Tile::value).filter(v -> !Double.isNaN(v));
  }

  private String number(double value) {
    return Numbers.fixed(value, decimals);
  }

  private String description() {
    StringBuilder text = new StringBuilder(unit);
    tiles.forEach(t -> text.append("; ").append(t.name()).append(' ').append(number(t.value())));
    return text.toString();
  }

  @Override
  public HtmlTable table() {
    HtmlTable table = HtmlTable.of(title + ", " + unit).column("Area").number("Value");
    tiles.forEach(tile -> table.row(tile.name(), number(tile.value())));
    return table;
  }
}
