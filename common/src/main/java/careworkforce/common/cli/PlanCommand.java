package careworkforce.common.cli;

import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Lake;
import careworkforce.common.error.UserError;
import careworkforce.common.ingest.Ingestion;
import careworkforce.common.job.Catalogue;
import careworkforce.common.job.Plan;
import careworkforce.common.job.Planner;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plan}. */
@Command(
    name = "plan",
    description = {
      "What would run, and why: new files, an input's version moved, code or a setting changed.",
      "Every job is analysed on empty tables, so that a wrong column fails here."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  careworkforce plan", "  careworkforce plan +gold.socialcare --lake demo/lake"})
final class PlanCommand implements Runnable {
  @Mixin private final LakeOptions options = new LakeOptions();
  @Spec private CommandSpec spec = CommandSpec.create();
  private final Catalogue catalogue;

  @Parameters(paramLabel = "SELECTOR", description = "As for 'run'; all if none is given.")
  private final List<String> selectors = new ArrayList<>();

  PlanCommand(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public void run() {
    Settings settings = options.settings();
    Lake lake = options.lake();
    Planner planner = new Planner(catalogue, lake, settings, new Ingestion(lake, settings));
    List<String> faults = planner.faults(selectors);
    if (!faults.isEmpty()) {
      throw UserError.checks(
          "plan", String.join("; ", faults), "Mend the job or its contract; see 'describe'");
    }
    TextTable text = new TextTable("table", "runs", "why");
    Plan plan = planner.plan(selectors, false);
    for (Plan.Step step : plan.steps()) {
      List<String> reasons = step.waits() ? step.awaited() : step.reasons();
      String why = String.join("; ", reasons.subList(0, Math.min(3, reasons.size())));
      String more = reasons.size() > 3 ? "; and " + (reasons.size() - 3) + " more" : "";
      String runs = step.waits() ? "waits" : step.runs() ? "yes" : "no";
      text.row(step.job().writes().fullName(), runs, why + more);
    }
    PrintWriter out = spec.commandLine().getOut();
    text.print(out);
    plan.remarks().forEach(out::println);
    out.flush();
  }
}
