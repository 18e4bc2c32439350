package careworkforce.common.maintain;

import careworkforce.common.check.Untried;
import careworkforce.common.delta.Lake;
import careworkforce.common.error.UserError;
import careworkforce.common.refresh.Refresh;
import careworkforce.common.table.Table;
import java.util.List;

/**
 * A lake in which no older rows may have to stand again: its last refresh ended, and every newest
 * version was tried. Before that, files of older versions must stay.
 */
public final class Settled {
  private Settled() {}

  /**
   * Nothing if the lake is settled.
   *
   * @param tables every table that the lake may hold
   * @param doing what is to be done to it, such as {@code erase the person}
   * @throws UserError if a run or a refresh was cut off
   */
  public static void mustBe(Lake lake, List<Table> tables, String doing) {
    Refresh.unfinished(lake, tables)
        .ifPresent(
            moved -> {
              throw UserError.checks(
                  doing,
                  "a refresh of "
                      + lake.root()
                      + " did not end, and older rows may stand again; it moved "
                      + (moved.isEmpty() ? "no table yet" : String.join(", ", moved)),
                  "Run 'careworkforce refresh' to its end, which keeps these tables or takes them"
                      + " back, and try again");
            });
    for (Table table : tables) {
      if (!new Untried(lake, table).before().isEmpty()) {
        throw UserError.checks(
            doing,
            "a run was cut off before the checks of " + table + ", and older rows may stand again",
            "Run 'careworkforce run " + table + "' to its end, and try again");
      }
    }
  }
}
