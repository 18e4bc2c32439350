package careworkforce.pipelines.paper;

import careworkforce.common.delta.Lake;
import careworkforce.common.estimate.table.TableGrid;
import careworkforce.common.report.Block;
import careworkforce.common.table.Field;
import careworkforce.common.table.Table;
import careworkforce.pipelines.gold.EstimateRow;
import careworkforce.pipelines.gold.EstimateTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Parts of papers from the gold tables that stand in a lake.
 *
 * @param lake where they stand
 */
record LakeParts(Lake lake) {

  /** Whether a table stands in the lake with the columns that its contract has now. */
  boolean stands(Table table) {
    return lake.exists(table)
        && List.of(lake.read(table).columns())
            .containsAll(table.fields().stream().map(Field::name).toList());
  }

  /** A table that describes, of every row some columns. */
  Part described(String file, String title, Table table, String note, List<Field> fields) {
    return of(
        file,
        title,
        table,
        stands(table) ? DescribedTable.of(lake, table, note, fields) : null,
        List.of());
  }

  /** Some rows of a table that describes. */
  Part selected(String file, String title, Selection selection, String note) {
    return of(
        file,
        title,
        selection.table(),
        stands(selection.table()) ? selection.grid(lake, note) : null,
        List.of());
  }

  /** Estimates as a table, and the paths among them as figures. */
  Part estimates(String file, String title, EstimateTable table, Predicate<EstimateRow> which) {
    List<EstimateRow> rows = rows(table).stream().filter(which).toList();
    return of(
        file,
        title,
        table,
        rows.isEmpty() ? null : EstimateGrid.of(rows),
        EventFigures.of(title, rows));
  }

  /** The estimates of a table; none where it is not made. */
  List<EstimateRow> rows(EstimateTable table) {
    return stands(table) ? EstimateRow.in(lake, table) : List.of();
  }

  /**
   * A part of a printed table, below its figures.
   *
   * @param grid null where the table is empty or not made
   */
  Part of(String file, String title, Table table, @Nullable TableGrid grid, List<Block> figures) {
    if (grid == null) {
      return lake.exists(table) && !stands(table)
          ? Part.outdated(file, title, table)
          : Part.without(file, title, table, lake.exists(table));
    }
    List<Block> blocks = new ArrayList<>(figures);
    blocks.add(() -> "<div class=\"wide\" tabindex=\"0\">" + grid.html() + "</div>");
    return new Part(file, title, table, grid, blocks);
  }

  /** The name of a table without that of its study, as a title. */
  static String title(String shortName) {
    String words = EstimateGrid.words(shortName);
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
