package careworkforce.pipelines.paper;

import careworkforce.common.cli.TableFile;
import careworkforce.common.delta.Lake;
import careworkforce.common.job.Catalogue;
import careworkforce.common.report.Block;
import careworkforce.common.report.Page;
import careworkforce.common.report.Requirement;
import careworkforce.common.table.Field;
import careworkforce.common.table.Serves;
import careworkforce.common.table.Table;
import careworkforce.pipelines.Programme;
import careworkforce.pipelines.gold.EstimateTable;
import careworkforce.pipelines.gold.careers.descriptives.Breakdown;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * The report of programme 03, from the gold tables that stand in a lake: what its data do not hold,
 * then staff, moves, pathways, drivers, consequences, the NHS as an employer, robustness, the
 * qualitative measures beside the moves, and every further table of careers.
 */
final class CareersPaper implements Paper {
  /** How the gold tables of the study are called. */
  static final String PREFIX = "careers_";

  private static final String OURS = "03.";
  private static final String RANK = "rank";

  private final Catalogue catalogue;
  private final LakeParts of;

  CareersPaper(Lake lake, Catalogue catalogue) {
    this.catalogue = catalogue;
    this.of = new LakeParts(lake);
  }

  @Override
  public List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    parts.addAll(new CareersDescriptions(of).parts());
    parts.addAll(new CareersEstimates(of).parts());
    parts.add(new RobustnessGrid(of).part());
    parts.add(new QualitativeBeside(of).part());
    Set<Table> told = parts.stream().map(Part::table).collect(Collectors.toSet());
    tables().stream().filter(table -> !told.contains(table)).map(this::further).forEach(parts::add);
    return parts;
  }

  @Override
  public Map<String, Page> pages(List<Part> parts, boolean synthetic) {
    Page page =
        new Page(
                "Careers in the NHS: moves between occupations",
                "Tables and figures of programme 03",
                TableFile.NOT_CHECKED + " Made by careworkforce.",
                synthetic)
            .section("What this tells, and what it cannot", limits());
    parts.forEach(part -> page.section(part.title(), part.blocks().toArray(Block[]::new)));
    return Map.of("paper.html", page);
  }

  /** The study's tables, by name. */
  private List<Table> tables() {
    return catalogue.tables().stream()
        .filter(table -> table.fullName().startsWith("gold." + PREFIX))
        .sorted(Comparator.comparing(Table::name))
        .toList();
  }

  private Part further(Table table) {
    String name = table.name().substring(PREFIX.length());
    String title = LakeParts.title(name);
    if (table instanceof EstimateTable estimates) {
      return CareersEstimates.part(of, name, title, estimates, row -> true);
    }
    Selection rows = Selection.of(table);
    for (Field field : table.fields()) {
      rows =
          switch (field.name()) {
            case Breakdown.BREAKDOWN -> ofAll(rows, field);
            case RANK -> rows.byRank(field);
            default -> rows;
          };
    }
    return of.selected(name, title, rows, "");
  }

  /** The rows of everybody, of a table that has such rows. */
  private Selection ofAll(Selection rows, Field breakdown) {
    Column everybody = breakdown.col().equalTo(functions.lit(Breakdown.ALL));
    boolean none =
        of.stands(rows.table()) && of.lake().read(rows.table()).where(everybody).isEmpty();
    return none ? rows : rows.only(breakdown, Breakdown.ALL);
  }

  /** What every reader must know first, and every limit that the tables declare. */
  private Block[] limits() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(Block.note(EsrPersonMonths.SCOPE + "."));
    blocks.add(
        Block.prose(
            "Every estimate is told to be causal or an association, and why. An association is not"
                + " a causal effect. Intervals are at 95%. Pay is nominal."));
    Map<String, String> asked =
        Programme.requirements().stream()
            .collect(Collectors.toMap(Requirement::id, Requirement::artefact));
    Function<String, String> name = id -> asked.getOrDefault(id, "") + " (" + id + "): ";
    Set<String> limits = new LinkedHashSet<>();
    tables().stream()
        .flatMap(table -> table.serves().stream())
        .filter(serves -> serves.limit() && serves.requirement().startsWith(OURS))
        .filter(serves -> !serves.note().equals(EsrPersonMonths.SCOPE))
        .sorted(Comparator.comparing(Serves::requirement))
        .forEach(serves -> limits.add(name.apply(serves.requirement()) + serves.note() + "."));
    limits.forEach(limit -> blocks.add(Block.prose(limit)));
    return blocks.toArray(Block[]::new);
  }
}
