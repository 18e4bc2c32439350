package careworkforce.pipelines.paper;

import careworkforce.common.delta.Lake;
import careworkforce.common.estimate.table.TableGrid;
import careworkforce.common.job.Catalogue;
import careworkforce.common.report.Block;
import careworkforce.common.report.Page;
import careworkforce.common.table.Field;
import careworkforce.common.table.Table;
import careworkforce.pipelines.gold.EstimateRow;
import careworkforce.pipelines.gold.EstimateTable;
import careworkforce.pipelines.gold.socialcare.SocialcareFirstStage;
import careworkforce.pipelines.gold.socialcare.SocialcareOutcomeEffects;
import careworkforce.pipelines.gold.socialcare.description.SocialcareSampleFlow;
import careworkforce.pipelines.gold.socialcare.description.SocialcareSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The parts of the papers of programme 06, from the gold tables that stand in a lake: sample flow,
 * summary statistics, first stage, reduced form, main table, every further table of estimates, and
 * maps.
 */
final class SocialcarePaper {
  private static final SocialcareSampleFlow FLOW = SocialcareSampleFlow.TABLE;
  private static final SocialcareSummary SUMMARY = SocialcareSummary.TABLE;
  private static final SocialcareFirstStage STAGE = SocialcareFirstStage.TABLE;
  private static final SocialcareOutcomeEffects EFFECTS = SocialcareOutcomeEffects.TABLE;
  private static final String REDUCED_FORM = "reduced_form";

  private final Lake lake;
  private final Catalogue catalogue;

  SocialcarePaper(Lake lake, Catalogue catalogue) {
    this.lake = lake;
    this.catalogue = catalogue;
  }

  /** All parts, in the order of a paper. */
  List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    parts.add(
        described(
            "sample_flow",
            "Sample flow",
            FLOW,
            "Each rule is applied to the rows that those above it keep.",
            List.of(FLOW.population, FLOW.rule, FLOW.rowsIn, FLOW.rowsDropped, FLOW.rowsKept)));
    parts.add(
        described(
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
        estimates(
            "reduced_form", "Reduced form", EFFECTS, row -> row.estimator().equals(REDUCED_FORM)));
    parts.add(
        estimates(
            "main_table",
            "Staff turnover and the people cared for",
            EFFECTS,
            row -> !row.estimator().equals(REDUCED_FORM)));
    further()
        .forEach(table -> parts.add(estimates(shortName(table), title(table), table, r -> true)));
    parts.add(new RegionMaps(lake).part());
    return parts;
  }

  /** The page of all parts. */
  Page page(List<Part> parts, boolean synthetic) {
    Page page =
        new Page(
            "The social care workforce and the people cared for",
            "Tables and figures of the papers of programme 06",
            TableMarks.NOT_CHECKED + " Made by careworkforce.",
            synthetic);
    parts.forEach(part -> page.section(part.title(), part.blocks().toArray(Block[]::new)));
    return page;
  }

  private Part firstStage() {
    return described(
        "first_stage",
        "First stage",
        STAGE,
        "Within home and within region and month, weighted by resident-days; rows of staff,"
            + " residents or not, are not weighted.",
        STAGE.fields().stream()
            .filter(f -> f != STAGE.ciLow && f != STAGE.ciHigh && f != STAGE.formula)
            .toList());
  }

  private Part described(String file, String title, Table table, String note, List<Field> fields) {
    return part(
        file,
        title,
        table,
        lake.exists(table) ? DescribedTable.of(lake, table, note, fields) : null,
        List.of());
  }

  private Part estimates(
      String file, String title, EstimateTable table, Predicate<EstimateRow> which) {
    List<EstimateRow> rows =
        lake.exists(table)
            ? EstimateRow.in(lake, table).stream().filter(which).toList()
            : List.of();
    return part(
        file,
        title,
        table,
        rows.isEmpty() ? null : EstimateGrid.of(rows),
        EventFigures.of(title, rows));
  }

  private Part part(
      String file, String title, Table table, @Nullable TableGrid grid, List<Block> figures) {
    if (grid == null) {
      return Part.without(file, title, table, lake.exists(table));
    }
    List<Block> blocks = new ArrayList<>(figures);
    blocks.add(() -> "<div class=\"wide\" tabindex=\"0\">" + grid.html() + "</div>");
    return new Part(file, title, table, grid, blocks);
  }

  /** Tables of estimates of the study beside the main one, by name. */
  private List<EstimateTable> further() {
    return catalogue.tables().stream()
        .filter(EstimateTable.class::isInstance)
        .map(EstimateTable.class::cast)
        .filter(table -> table.name().startsWith("socialcare_") && table != EFFECTS)
        .sorted(java.util.Comparator.comparing(Table::name))
        .toList();
  }

  private static String shortName(Table table) {
    return table.name().substring("socialcare_".length());
  }

  private static String title(Table table) {
    String words = EstimateGrid.words(shortName(table));
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
