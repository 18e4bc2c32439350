package careworkforce.common.check;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.Sparks;
import careworkforce.common.table.Check;
import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import java.sql.Date;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChecksTest {
  private static final Beds BEDS = new Beds();
  private static final Nights NIGHTS = new Nights();

  @Test
  void shouldCountRowsAndFindNothingWhereEveryPromiseIsKept() {
    assertThat(broken(true, row("a", "NURSING", 30L), row("b", null, null)))
        .containsExactly("rows 2", "NOT_NULL home 0", "CODES kind 0", "BEDS 0", "FEW 0", "KEY 0");
  }

  @Test
  void shouldCountTheRowsThatBreakEachPromise() {
    assertThat(
            broken(
                true,
                row("a", "NURSING", 0L),
                row("b", "HOSTEL", -1L),
                row("c", "HOSTEL", 300L),
                row(null, "NURSING", 1L)))
        .containsExactly("rows 4", "NOT_NULL home 1", "CODES kind 2", "BEDS 2", "FEW 1", "KEY 0");
  }

  @Test
  void shouldCountTheRowsBeyondTheFirstOfTheirKey() {
    Row[] rows = {row("a", null, 1L), row("a", null, 2L), row("a", null, 3L), row("b", null, 1L)};
    assertThat(broken(true, rows)).contains("rows 4", "KEY 2");
    assertThat(broken(false, rows)).contains("rows 4").doesNotContain("KEY 2", "KEY 0");
  }

  @Test
  void shouldFindAnEmptyTableSound() {
    assertThat(broken(true)).contains("rows 0", "KEY 0", "BEDS 0");
    assertThat(broken(false)).contains("rows 0", "BEDS 0");
  }

  @Test
  void shouldCountRowsBeyondTheFirstOfTheirKeyWhereItHoldsADate() {
    Row[] sound = {
      night("a", "2015-03-01"),
      night("a", "2015-03-02"),
      night("a", "2015-04-01"),
      night("a", "2020-07-01"),
      night("b", "2015-03-01")
    };
    assertThat(told(NIGHTS, true, sound)).contains("rows 5", "KEY 0");
    Row[] repeated = Arrays.copyOf(sound, 7);
    repeated[5] = night("a", "2015-04-01");
    repeated[6] = night("a", "2015-04-01");
    assertThat(told(NIGHTS, true, repeated)).contains("rows 7", "KEY 2");
  }

  @Test
  void shouldCountMissingDatesOfAKey() {
    assertThat(told(NIGHTS, true, night("a", null), night("a", null), night("b", "2015-03-01")))
        .contains("rows 3", "NOT_NULL night 2", "KEY 1");
  }

  private static List<String> broken(boolean keys, Row... rows) {
    return told(BEDS, keys, rows);
  }

  private static List<String> told(Table contract, boolean keys, Row... rows) {
    Dataset<Row> table = Sparks.session().createDataFrame(Arrays.asList(rows), nullable(contract));
    CheckReport report = Checks.of(table, contract, keys);
    List<String> told = new java.util.ArrayList<>(List.of("rows " + report.rows()));
    report.findings().forEach(f -> told.add(f.code() + " " + f.broken()));
    return told;
  }

  /** As a table arrives whose nulls nobody looked for. */
  private static org.apache.spark.sql.types.StructType nullable(Table table) {
    org.apache.spark.sql.types.StructType schema = new org.apache.spark.sql.types.StructType();
    for (Field f : table.fields()) {
      schema = schema.add(f.name(), f.type());
    }
    return schema;
  }

  private static Row night(String home, @Nullable String night) {
    return RowFactory.create(home, night == null ? null : Date.valueOf(night));
  }

  private static Row row(@Nullable String home, @Nullable String kind, @Nullable Long beds) {
    return RowFactory.create(home, kind, beds);
  }

  private static final class Beds extends Table {
    final Field home = key("home", DataTypes.StringType, "home").required();
    final Field kind =
        field("kind", DataTypes.StringType, "kind of home")
            .codes(CodeList.of("kind", "this test", "NURSING", "with nursing"));
    final Field beds = field("beds", DataTypes.LongType, "beds");

    Beds() {
      super(Layer.SILVER, "beds", "one row a home", Sensitivity.PUBLIC);
      check(Check.must("BEDS", "beds are more than none", beds.col().gt(functions.lit(0))));
      check(Check.should("FEW", "beds are fewer than 300", beds.col().lt(functions.lit(300))));
    }
  }

  private static final class Nights extends Table {
    final Field home = key("home", DataTypes.StringType, "home");
    final Field night = key("night", DataTypes.DateType, "night");

    Nights() {
      super(Layer.SILVER, "nights", "one row a home and night", Sensitivity.PUBLIC);
    }
  }
}
