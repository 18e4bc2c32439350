package careworkforce.pipelines.paper;

import careworkforce.common.cli.TableFile;
import careworkforce.common.delta.Lake;
import careworkforce.common.job.Catalogue;
import careworkforce.common.report.Block;
import careworkforce.common.report.Page;
import careworkforce.common.table.Table;
import careworkforce.pipelines.gold.EstimateTable;
import careworkforce.pipelines.gold.socialcare.SocialcareArrivalsByMonth;
import careworkforce.pipelines.gold.socialcare.SocialcareFirstStage;
import careworkforce.pipelines.gold.socialcare.SocialcareOutcomeEffects;
import careworkforce.pipelines.gold.socialcare.description.SocialcareSampleFlow;
import careworkforce.pipelines.gold.socialcare.description.SocialcareSummary;
import careworkforce.pipelines.gold.socialcare.destinations.SocialcareDestinations;
import careworkforce.pipelines.report.ArrivalsSection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The parts of the papers of programme 06, from the gold tables that stand in a lake: sample flow,
 * summary statistics, first stage, reduced form, main table, arrivals over time, where leavers go,
 * maps, and every further table of the study.
 */
final class SocialcarePaper implements Paper {
  private static final SocialcareSampleFlow FLOW = SocialcareSampleFlow.TABLE;
  private static final SocialcareSummary SUMMARY = SocialcareSummary.TABLE;
  private static final SocialcareFirstStage STAGE = SocialcareFirstStage.TABLE;
  private static final SocialcareOutcomeEffects EFFECTS = SocialcareOutcomeEffects.TABLE;
  private static final SocialcareArrivalsByMonth ARRIVALS = SocialcareArrivalsByMonth.TABLE;
  private static final SocialcareDestinations DESTINATIONS = SocialcareDestinations.TABLE;
  private static final String REDUCED_FORM = "reduced_form";

  /** How the gold tables of the study are called. */
  private static final String PREFIX = "socialcare_";

  private final Lake lake;
  private final Catalogue catalogue;
  private final int nearKm;
  private final LakeParts of;

  /**
   * The papers of a lake.
   *
   * @param nearKm the main radius of stores that open near
   */
  SocialcarePaper(Lake lake, Catalogue catalogue, int nearKm) {
    this.lake = lake;
    this.catalogue = catalogue;
    this.nearKm = nearKm;
    this.of = new LakeParts(lake);
  }

  @Override
  public List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    parts.add(
        of.described(
            "sample_flow",
            "Sample flow",
            FLOW,
            "Each rule is applied to the rows that those above it keep.",
            List.of(FLOW.population, FLOW.rule, FLOW.rowsIn, FLOW.rowsDropped, FLOW.rowsKept)));
    parts.add(
        of.described(
            "summary_statistics",
            "Summary statistics",
            SUMMARY,
            "Home-months that the sample flow keeps to the end; not weighted.",
            List.of(
                SUMMARY.kind,
                SUMMARY.variable,
                SUMMARY.unit,
                SUMMARY.observations,
                SUMMARY.mean,
                SUMMARY.sd,
                SUMMARY.p10,
                SUMMARY.median,
                SUMMARY.p90)));
    parts.add(firstStage());
    parts.add(
        of.estimates(
            "reduced_form", "Reduced form", EFFECTS, row -> row.estimator().equals(REDUCED_FORM)));
    parts.add(
        of.estimates(
            "main_table",
            "Staff turnover and the people cared for",
            EFFECTS,
            row -> !row.estimator().equals(REDUCED_FORM)));
    parts.add(arrivals());
    parts.add(
        of.selected(
            "destinations",
            "Where leavers go",
            Selection.of(DESTINATIONS).byMost(DESTINATIONS.leavers),
            "Shares and leavers a year with their 95% intervals; shares add up to one within a"
                + " source and kind."));
    parts.add(new RegionMaps(lake).part());
    Set<Table> told = parts.stream().map(Part::table).collect(Collectors.toSet());
    tables().stream().filter(table -> !told.contains(table)).map(this::further).forEach(parts::add);
    return parts;
  }

  private Part arrivals() {
    boolean stands = of.stands(ARRIVALS);
    return of.of(
        "arrivals_by_month",
        "Arrivals over time",
        ARRIVALS,
        stands ? Selection.of(ARRIVALS).grid(lake, "") : null,
        stands ? List.of(ArrivalsSection.blocks(lake)) : List.of());
  }

  private Part further(Table table) {
    String name = table.name().substring(PREFIX.length());
    String title = LakeParts.title(name);
    return table instanceof EstimateTable estimates
        ? of.estimates(name, title, estimates, row -> true)
        : of.selected(name, title, Selection.of(table), "");
  }

  @Override
  public Map<String, Page> pages(List<Part> parts, boolean synthetic) {
    List<Part> maps = parts.stream().filter(part -> part.file().equals(RegionMaps.FILE)).toList();
    return Map.of(
        "paper.html",
        page(parts, synthetic),
        "policy_summary.html",
        new PolicySummary(lake, maps, nearKm).page(synthetic));
  }

  private static Page page(List<Part> parts, boolean synthetic) {
    Page page =
        new Page(
            "The social care workforce and the people cared for",
            "Tables and figures of the papers of programme 06",
            TableFile.NOT_CHECKED + " Made by careworkforce.",
            synthetic);
    parts.forEach(part -> page.section(part.title(), part.blocks().toArray(Block[]::new)));
    return page;
  }

  private Part firstStage() {
    return of.described(
        "first_stage",
        "First stage",
        STAGE,
        "Within home and within region and month, weighted by resident-days; rows of staff,"
            + " residents or not, are not weighted.",
        List.of(
            STAGE.instrument,
            STAGE.outcome,
            STAGE.sample,
            STAGE.estimate,
            STAGE.stdError,
            STAGE.firstStageF,
            STAGE.effectiveF,
            STAGE.partialR2,
            STAGE.observations,
            STAGE.clusters,
            STAGE.variance,
            STAGE.design));
  }

  /** The study's tables, by name. */
  private List<Table> tables() {
    return catalogue.tables().stream()
        .filter(table -> table.fullName().startsWith("gold." + PREFIX))
        .sorted(Comparator.comparing(Table::name))
        .toList();
  }
}
