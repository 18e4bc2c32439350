package careworkforce.common.cli;

import careworkforce.common.job.Manifest;
import careworkforce.common.table.Check;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/**
 * The last runs, one a line: when, how long, how many jobs ran with how many rows, how many failed
 * or were held back, and what gates found.
 */
final class RunHistory {
  private RunHistory() {}

  static void print(List<Manifest> manifests, PrintWriter out) {
    TextTable text =
        new TextTable(
            "run",
            "started",
            "seconds",
            "jobs ran",
            "files",
            "rows",
            "unfinished",
            "failed",
            "set aside",
            "warned",
            "outcome");
    for (Manifest manifest : manifests) {
      List<Manifest.Entry> ran =
          manifest.jobs().stream().filter(e -> e.status().equals("ran")).toList();
      text.row(
          manifest.run(),
          manifest.started(),
          String.format(Locale.ROOT, "%.1f", manifest.seconds()),
          String.valueOf(ran.size()),
          String.valueOf(manifest.jobs().stream().mapToLong(e -> e.files().size()).sum()),
          String.valueOf(ran.stream().mapToLong(Manifest.Entry::rows).sum()),
          String.valueOf(manifest.unfinished().size()),
          String.valueOf(manifest.findings(Check.Severity.FAIL)),
          String.valueOf(manifest.findings(Check.Severity.QUARANTINE)),
          String.valueOf(manifest.findings(Check.Severity.WARN)),
          manifest.error().isEmpty()
              ? manifest.outcome()
              : manifest.outcome() + ": " + manifest.error());
    }
    text.print(out);
  }
}
