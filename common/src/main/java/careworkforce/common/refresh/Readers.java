package careworkforce.common.refresh;

import careworkforce.common.delta.Lake;
import careworkforce.common.table.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What whoever reads a lake is given: each table as the last refresh that ended has left it. A
 * refresh commits its tables one after another and judges them at its end; until then, and after
 * one that was cut off, those that it moved are read as they stood before it.
 */
public final class Readers {
  private Readers() {}

  /**
   * The lake for reading some tables.
   *
   * @param say told which of them stand as before a refresh that did not end
   */
  public static Lake of(Lake lake, List<Table> tables, Consumer<String> say) {
    Publication publication = new Publication(lake, tables);
    Map<String, Long> newest = publication.standing(); // before a refresh that begins meanwhile
    Optional<Standing> before = publication.open();
    if (before.isEmpty()) {
      return lake.readAt(newest);
    }
    List<String> moved = publication.moved(before.get());
    if (!moved.isEmpty()) {
      say.accept(
          "a refresh of "
              + lake.root()
              + " is under way or was cut off; read as they stood before it: "
              + String.join(", ", moved));
    }
    return lake.readAt(before.get().versions());
  }
}
