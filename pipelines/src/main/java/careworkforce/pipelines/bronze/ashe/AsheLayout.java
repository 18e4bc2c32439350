package careworkforce.pipelines.bronze.ashe;

import careworkforce.common.ingest.Layout;
import careworkforce.common.ingest.LayoutDraft;
import careworkforce.common.ingest.Parse;
import careworkforce.common.table.Field;
import java.util.ArrayList;
import java.util.List;

/** The seventeen columns of a sheet, told by position: two of its headers read "change". */
final class AsheLayout {
  private static final int PREAMBLE = 5;

  private AsheLayout() {}

  /** The layout of files of a name. */
  static Layout of(String id, String files, AsheTable table) {
    List<Field> numbers = new ArrayList<>();
    numbers.add(table.jobs);
    numbers.add(table.median);
    numbers.add(table.medianChange);
    numbers.add(table.mean);
    numbers.add(table.meanChange);
    numbers.addAll(table.percentiles);
    LayoutDraft draft =
        Layout.named(id)
            .files(files)
            .sheet("All")
            .preamble(PREAMBLE)
            .positional(2 + numbers.size())
            .nulls("x", "..", ":", "-")
            .takeAt(1, "Description", table.description, Parse.text())
            .takeAt(2, "Code", table.code, Parse.text());
    for (int i = 0; i < numbers.size(); i++) {
      draft.takeAt(
          3 + i, numbers.get(i).name(), numbers.get(i), Parse.roundedDecimal().thousands());
    }
    return draft.layout();
  }
}
