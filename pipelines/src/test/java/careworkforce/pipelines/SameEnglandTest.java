package careworkforce.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.SameTables;
import careworkforce.common.Sparks;
import careworkforce.common.delta.Lake;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.job.Catalogue;
import careworkforce.common.table.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every table from bronze to gold, made again in another way from the same files: the same values,
 * and estimates within 1e-9.
 */
class SameEnglandTest {
  private static final double NEAR = 1e-9;
  private static final String[] ALL = {};
  private static final String[] CAREERS = {"+silver.occupation_moves"};
  private static final List<String> ESR = List.of("bronze.esr_assignments", "bronze.esr_absence");
  private static final Predicate<String> NEXT_YEAR = f -> f.contains("2014");

  /** The last months, before which nearly every source has delivered something. */
  private static final Predicate<String> LAST_MONTHS = f -> f.matches(".*2014-?(09|1[0-2]).*");

  /** What is given once and for the whole window. */
  private static final Predicate<String> UNDATED = f -> !f.matches(".*201[34].*");

  @TempDir Path folder;

  @Test
  void shouldMakeTheSameCareersInSevenPartsWithTheLaterFilesTakenInFirst() {
    assertSameEngland(7, CAREERS, 9, NEXT_YEAR.or(UNDATED), f -> true);
  }

  @Test
  @Tag("slow")
  void shouldMakeEveryTableTheSameInSevenPartsWithTheLaterFilesTakenInFirst() {
    assertSameEngland(7, ALL, 40, NEXT_YEAR.or(UNDATED), f -> true);
  }

  @Test
  @Tag("slow")
  void shouldMakeEveryTableTheSameInOnePart() {
    assertSameEngland(1, ALL, 40, f -> true);
  }

  @Test
  @Tag("slow")
  void shouldMakeEveryTableTheSameInTwoPartsAndTwoSittings() {
    assertSameEngland(2, ALL, 40, LAST_MONTHS.negate(), f -> true);
  }

  /** Makes the selected tables again from what is delivered before each sitting. */
  @SafeVarargs
  private void assertSameEngland(
      int parts, String[] selectors, int least, Predicate<String>... sittings) {
    Lake expected = SmallEngland.lake(selectors);
    Lake again = Sparks.inParts(parts, () -> make(selectors, List.of(sittings)));
    List<Table> tables = SmallEngland.tables(again);
    assertThat(tables).hasSizeGreaterThanOrEqualTo(least);
    for (Table table : tables) {
      assertSame(table, SmallEngland.values(expected, table), SmallEngland.values(again, table));
    }
  }

  private Lake make(String[] selectors, List<Predicate<String>> sittings) {
    Path landing = folder.resolve("landing");
    Path lake = folder.resolve("lake");
    for (Predicate<String> sitting : sittings.subList(0, sittings.size() - 1)) {
      SmallEngland.deliver(landing, sitting);
      SmallEngland.run(lake, landing, selectors.length == 0 ? sources() : ESR);
    }
    SmallEngland.deliver(landing, sittings.get(sittings.size() - 1));
    return SmallEngland.run(lake, landing, List.of(selectors));
  }

  /** The tables of sources of which something is delivered; asked for, the others would fail. */
  private List<String> sources() {
    Path landing = folder.resolve("landing");
    return Catalogue.declared().jobs().stream()
        .filter(job -> job instanceof Ingest in && Files.isDirectory(landing.resolve(in.folder())))
        .map(job -> job.writes().fullName())
        .toList();
  }

  private static void assertSame(Table table, Dataset<Row> expected, Dataset<Row> again) {
    try {
      boolean estimate =
          table.fields().stream()
              .anyMatch(f -> f.name().equals("std_error") && f.type().equals(DataTypes.DoubleType));
      if (estimate) {
        SameTables.assertNear(expected, again, NEAR);
      } else {
        SameTables.assertSameCounts(expected, again);
      }
    } catch (AssertionError e) {
      throw new AssertionError(table + " is another: " + e.getMessage(), e);
    }
  }
}
