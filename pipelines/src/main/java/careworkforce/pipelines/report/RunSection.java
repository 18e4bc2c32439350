package careworkforce.pipelines.report;

import careworkforce.common.job.Deliveries;
import careworkforce.common.job.Manifest;
import careworkforce.common.report.Block;
import careworkforce.common.report.Cards;
import careworkforce.common.report.HtmlTable;
import careworkforce.common.report.Numbers;

/** What ran: jobs, rows and seconds, from the run's manifest. */
final class RunSection {
  private RunSection() {}

  static Block[] blocks(Manifest manifest) {
    long ran = manifest.jobs().stream().filter(e -> e.status().equals("ran")).count();
    long files =
        manifest.jobs().stream()
            .flatMap(e -> e.files().stream())
            .filter(Deliveries.FileCount::isTakenIn)
            .count();
    Cards cards =
        new Cards()
            .add(
                "",
                "Jobs that ran",
                Numbers.whole(ran),
                "of " + manifest.jobs().size() + " planned")
            .add("", "Files taken in", Numbers.whole(files), "one or more a source and month")
            .add("", "Time", Numbers.fixed(manifest.seconds(), 0) + " s", "jobs run side by side");
    return new Block[] {cards, jobs(manifest)};
  }

  private static HtmlTable jobs(Manifest manifest) {
    HtmlTable table =
        HtmlTable.of("Jobs in the order planned")
            .column("Table")
            .column("Status")
            .number("Rows")
            .number("Seconds")
            .number("Promises kept");
    for (Manifest.Entry entry : manifest.jobs()) {
      long kept = entry.checks().stream().filter(c -> c.broken() == 0).count();
      table.row(
          entry.table(),
          entry.status(),
          entry.rows() < 0 ? "–" : Numbers.whole(entry.rows()),
          Numbers.fixed(entry.seconds(), 1),
          entry.checks().isEmpty() ? "–" : kept + " of " + entry.checks().size());
    }
    return table;
  }
}
