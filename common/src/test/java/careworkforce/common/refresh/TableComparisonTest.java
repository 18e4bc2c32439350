package careworkforce.common.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.Sparks;
import careworkforce.common.refresh.TableDifference.ColumnDifference;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;

class TableComparisonTest {
  static final class Effects extends Table {
    final Field term = key("term", DataTypes.StringType, "the term");
    final Field estimate = field("estimate", DataTypes.DoubleType, "the estimate");
    final Field design = field("design", DataTypes.StringType, "causal or association");

    Effects() {
      super(Layer.GOLD, "effects", "one row a term", Sensitivity.AGGREGATE);
    }
  }

  static final class Loose extends Table {
    final Field word = field("word", DataTypes.StringType, "a word");

    Loose() {
      super(Layer.GOLD, "loose", "one row a word, as often as said", Sensitivity.AGGREGATE);
    }
  }

  /** Has the names that a comparison might give to what it works out. */
  static final class Stays extends Table {
    final Field before = key("before", DataTypes.StringType, "where from");
    final Field after = key("after", DataTypes.StringType, "where to");
    final Field there = field("there", DataTypes.LongType, "how many are there");

    Stays() {
      super(Layer.GOLD, "stays", "one row a way", Sensitivity.AGGREGATE);
    }
  }

  private static final Effects EFFECTS = new Effects();

  private static Row row(String term, Double estimate, String design) {
    return RowFactory.create(term, estimate, design);
  }

  private static Dataset<Row> rows(Table table, Row... rows) {
    return Sparks.session().createDataFrame(List.of(rows), table.schema());
  }

  private static TableDifference compare(double tolerance, Dataset<Row> a, Dataset<Row> b) {
    return new TableComparison(EFFECTS, tolerance).of(a, b);
  }

  @Test
  void shouldCountKeysOfOneSideAndColumnsThatDifferOnBoth() {
    TableDifference found =
        compare(
            1e-9,
            rows(EFFECTS, row("wage", 1.0, "causal"), row("age", 2.0, "causal")),
            rows(
                EFFECTS,
                row("wage", 1.5, "association"),
                row("beds", 3.0, "causal"),
                row("size", 4.0, "causal")));
    assertThat(found)
        .isEqualTo(
            new TableDifference(
                List.of(),
                2,
                3,
                1,
                2,
                List.of(
                    new ColumnDifference("estimate", 1, 0.5),
                    new ColumnDifference("design", 1, Double.NaN))));
  }

  @Test
  void shouldCompareColumnsOfAnyName() {
    Stays stays = new Stays();
    Dataset<Row> a =
        rows(stays, RowFactory.create("ward", "home", 3L), RowFactory.create("ward", "none", 1L));
    Dataset<Row> b =
        rows(stays, RowFactory.create("ward", "home", 5L), RowFactory.create("home", "none", 1L));
    assertThat(new TableComparison(stays, 1e-9).of(a, b))
        .isEqualTo(
            new TableDifference(
                List.of(), 2, 2, 1, 1, List.of(new ColumnDifference("there", 1, 2.0))));
  }

  @Test
  void shouldTakeNumbersWithinTheToleranceForTheSame() {
    Dataset<Row> a = rows(EFFECTS, row("small", 0.010, "x"), row("large", 1_000.0, "x"));
    Dataset<Row> b = rows(EFFECTS, row("small", 0.01009, "x"), row("large", 1_009.0, "x"));
    assertThat(compare(0.01, a, b).isNone()).isTrue();
    assertThat(compare(0.008, a, b).columns())
        .containsExactly(new ColumnDifference("estimate", 2, 9.0));
  }

  @Test
  void shouldTakeEstimatesFarBelowOneThatChangedForChanged() {
    Dataset<Row> a = rows(EFFECTS, row("estimate", 0.008, "x"), row("p", 0.049, "x"));
    Dataset<Row> b = rows(EFFECTS, row("estimate", -0.001, "x"), row("p", 0.058, "x"));
    assertThat(compare(0.01, a, b).columns())
        .extracting(ColumnDifference::column, ColumnDifference::rows)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("estimate", 2L));
  }

  @Test
  void shouldTakeTheRoundingOfAZeroForOneUnlessNoToleranceIsGiven() {
    Dataset<Row> a = rows(EFFECTS, row("a", 0.0, "x"), row("b", 3e-17, "x"));
    Dataset<Row> b = rows(EFFECTS, row("a", 1e-15, "x"), row("b", -2e-17, "x"));
    assertThat(compare(1e-9, a, b).isNone()).isTrue();
    assertThat(compare(0, a, b).columns()).extracting(ColumnDifference::rows).containsExactly(2L);
  }

  @Test
  void shouldTellANumberFromNaNAndFromInfinity() {
    Dataset<Row> a = rows(EFFECTS, row("a", 1.0, "x"), row("b", 1.0, "x"));
    Dataset<Row> b =
        rows(EFFECTS, row("a", Double.NaN, "x"), row("b", Double.NEGATIVE_INFINITY, "x"));
    assertThat(compare(0.01, a, b).columns())
        .extracting(ColumnDifference::rows)
        .containsExactly(2L);
    assertThat(compare(0.01, b, b).isNone()).isTrue();
  }

  @Test
  void shouldTellANumberFromNoNumberAndNaNFromItself() {
    Dataset<Row> a = rows(EFFECTS, row("a", null, "x"), row("b", Double.NaN, "x"));
    assertThat(compare(1, a, a).isNone()).isTrue();
    assertThat(
            compare(1, a, rows(EFFECTS, row("a", 0.0, "x"), row("b", Double.NaN, "x"))).columns())
        .extracting(ColumnDifference::column, ColumnDifference::rows)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("estimate", 1L));
  }

  @Test
  void shouldTellColumnsThatCameWentOrChangedTheirType() {
    Dataset<Row> a = rows(EFFECTS, row("a", 1.0, "x"));
    Dataset<Row> b = a.drop("design").withColumn("estimate", a.col("estimate").cast("float"));
    TableDifference found = compare(1e-9, a, b);
    assertThat(found.schema())
        .containsExactly(
            "only before: estimate double",
            "only before: design string",
            "only after: estimate float");
    assertThat(found.onlyBefore()).isZero();
  }

  @Test
  void shouldCountRowsOfATableWithoutAKeyAsOftenAsTheyStand() {
    Loose loose = new Loose();
    TableDifference found =
        new TableComparison(loose, 0)
            .of(
                rows(loose, RowFactory.create("a"), RowFactory.create("a")),
                rows(loose, RowFactory.create("a"), RowFactory.create("b")));
    assertThat(found).isEqualTo(new TableDifference(List.of(), 2, 2, 1, 1, List.of()));
  }
}
