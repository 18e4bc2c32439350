package careworkforce.common.cli;

import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Lake;
import careworkforce.common.ingest.Ingestion;
import careworkforce.common.job.Catalogue;
import careworkforce.common.job.Deliveries;
import careworkforce.common.job.Manifest;
import careworkforce.common.job.Plan;
import careworkforce.common.job.Planner;
import careworkforce.common.job.Runner;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** One run: planned, told, run, and accounted for in a manifest. */
public final class Run {
  private static final DateTimeFormatter ID =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

  private final Catalogue catalogue;
  private final Lake lake;
  private final Settings settings;
  private final ConsoleProgress progress;

  public Run(Catalogue catalogue, Lake lake, Settings settings, ConsoleProgress progress) {
    this.catalogue = catalogue;
    this.lake = lake;
    this.settings = settings;
    this.progress = progress;
  }

  /** Runs the jobs selected that have a reason to, or all selected if {@code anew}. */
  public Manifest of(List<String> selectors, boolean anew) {
    Deliveries deliveries = new Ingestion(lake, settings);
    Plan plan = new Planner(catalogue, lake, settings, deliveries).plan(selectors, anew);
    progress.say(
        plan.running().isEmpty()
            ? "nothing to do: no new file, no input moved, nothing changed"
            : plan.running().size() + " of " + plan.steps().size() + " jobs have a reason to run");
    lake.spark().sparkContext().addSparkListener(progress);
    try {
      Instant now = Instant.now();
      return new Runner(lake, settings, deliveries, progress).run(plan, ID.format(now), now);
    } finally {
      lake.spark().sparkContext().removeSparkListener(progress);
    }
  }
}
