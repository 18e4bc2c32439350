package careworkforce.pipelines.report;

import careworkforce.common.job.Catalogue;
import careworkforce.common.job.Deliveries.FileCount;
import careworkforce.common.job.Job;
import careworkforce.common.job.Manifest;
import careworkforce.common.report.Block;
import careworkforce.common.report.HtmlTable;
import careworkforce.common.report.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** Rows at each step, from the delivered files to the estimate. */
final class StepsSection {
  private StepsSection() {}

  /**
   * Two tables, and which tables of the lake they cannot tell of.
   *
   * @param sample home-months that the estimate rests on
   */
  static Block[] blocks(Manifest manifest, Catalogue catalogue, long sample) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Block.prose(
            "Every delivered row is accounted for: delivered = accepted + rejected + exact"
                + " duplicates."));
    List<String> untold =
        manifest.jobs().stream()
            .filter(Manifest.Entry::hadNothingToDo)
            .map(Manifest.Entry::table)
            .toList();
    if (!untold.isEmpty()) {
      blocks.add(
          Block.note(
              "Not told here, as a run that was cut off made them and left no account: "
                  + String.join(", ", untold)
                  + "."));
    }
    blocks.add(delivered(manifest));
    blocks.add(made(manifest, catalogue, sample));
    return blocks.toArray(Block[]::new);
  }

  private static HtmlTable delivered(Manifest manifest) {
    HtmlTable table =
        HtmlTable.of("From files to bronze")
            .column("Table")
            .number("Files")
            .number("Delivered")
            .number("Accepted")
            .number("Rejected")
            .number("Duplicates");
    List<FileCount> all = new ArrayList<>();
    for (Manifest.Entry entry : manifest.jobs()) {
      List<FileCount> taken = entry.files().stream().filter(FileCount::isTakenIn).toList();
      if (!taken.isEmpty()) {
        row(table, entry.table(), taken);
        all.addAll(taken);
      }
    }
    row(table, "all", all);
    return table;
  }

  private static void row(HtmlTable table, String name, List<FileCount> files) {
    table.row(
        name,
        Numbers.whole(files.size()),
        sum(files, FileCount::delivered),
        sum(files, FileCount::accepted),
        sum(files, FileCount::rejected),
        sum(files, FileCount::duplicates));
  }

  private static String sum(List<FileCount> files, ToLongFunction<FileCount> count) {
    return Numbers.whole(files.stream().mapToLong(count).sum());
  }

  private static HtmlTable made(Manifest manifest, Catalogue catalogue, long sample) {
    HtmlTable table =
        HtmlTable.of("From bronze to the estimate")
            .column("Table")
            .column("One row is")
            .number("Rows");
    for (Manifest.Entry entry : manifest.jobs()) {
      Job job = catalogue.writer(entry.table());
      if (entry.files().isEmpty() && job != null && entry.rows() >= 0) {
        table.row(entry.table(), grain(job), Numbers.whole(entry.rows()));
      }
    }
    table.row(
        "the estimate",
        "a home and month with staff, residents and an outside wage",
        Numbers.whole(sample));
    return table;
  }

  private static String grain(Job job) {
    return job.writes().grain().replaceFirst("^one row ", "");
  }
}
