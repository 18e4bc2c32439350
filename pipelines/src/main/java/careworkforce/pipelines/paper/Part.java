package careworkforce.pipelines.paper;

import careworkforce.common.estimate.table.TableGrid;
import careworkforce.common.report.Block;
import careworkforce.common.table.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a paper: what the page shows of it, and the table that goes into the manuscript.
 *
 * @param file name of its files, without ending
 * @param title as the paper has it
 * @param table the gold table that its numbers come from
 * @param grid the printed table; null where the lake has no such table, or it is empty
 * @param blocks what the page shows below the title
 */
record Part(String file, String title, Table table, @Nullable TableGrid grid, List<Block> blocks) {

  /** A part whose table is empty or not made, which the page then says. */
  static Part without(String file, String title, Table table, boolean made) {
    String why = made ? " is empty." : " is not made: 'run +" + table.fullName() + "' makes it.";
    return without(file, title, table, why);
  }

  /** A part whose table was made when its contract had other columns, which the page then says. */
  static Part outdated(String file, String title, Table table) {
    return without(
        file,
        title,
        table,
        " was made with other columns: 'run +" + table.fullName() + "' makes it again.");
  }

  private static Part without(String file, String title, Table table, String why) {
    return new Part(file, title, table, null, List.of(Block.note(table.fullName() + why)));
  }
}
