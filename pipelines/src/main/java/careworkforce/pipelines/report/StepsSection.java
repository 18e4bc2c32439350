package careworkforce.pipelines.report;

import careworkforce.common.job.Catalogue;
import careworkforce.common.job.Deliveries.FileCount;
import careworkforce.common.job.Job;
import careworkforce.common.job.Manifest;
import careworkforce.common.report.Block;
import careworkforce.common.report.HtmlTable;
import careworkforce.common.report.Numbers;
import java.util.List;
import java.util.function.ToLongFunction;

/** Rows at each step, from the delivered files to the estimate. */
final class StepsSection {
  private StepsSection() {}

  static Block[] blocks(Manifest manifest, Catalogue catalogue) {
    return new Block[] {
      Block.prose(
          "Every delivered row is accounted for: delivered = accepted + rejected + exact duplicates."),
      delivered(manifest),
      made(manifest, catalogue)
    };
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
    for (Manifest.Entry entry : manifest.jobs()) {
      if (!entry.files().isEmpty()) {
        List<FileCount> files = entry.files();
        table.row(
            entry.table(),
            Numbers.whole(files.size()),
            sum(files, FileCount::delivered),
            sum(files, FileCount::accepted),
            sum(files, FileCount::rejected),
            sum(files, FileCount::duplicates));
      }
    }
    return table;
  }

  private static String sum(List<FileCount> files, ToLongFunction<FileCount> count) {
    return Numbers.whole(files.stream().mapToLong(count).sum());
  }

  private static HtmlTable made(Manifest manifest, Catalogue catalogue) {
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
    return table;
  }

  private static String grain(Job job) {
    return job.writes().grain().replaceFirst("^one row ", "");
  }
}
