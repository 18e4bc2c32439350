package careworkforce.common.delta;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.Sparks;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import java.nio.file.Path;
import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakePartitionsTest {
  static final class Visits extends Table {
    final Field home = key("home", DataTypes.StringType, "the home");
    final Field month = key("month", DataTypes.DateType, "month of the visit");
    final Field rated = field("rated", DataTypes.IntegerType, "year of the rating, if any");

    Visits() {
      super(Layer.SILVER, "visits", "one row a home and month", Sensitivity.PUBLIC);
      partitionedBy(month, rated);
    }
  }

  private static final String STATISTICS = "spark.databricks.delta.stats.collect";
  @TempDir Path folder;
  private final Visits visits = new Visits();
  private Lake lake;

  @BeforeEach
  void visitsOfThreeMonthsOfWhichOneIsWithdrawn() {
    lake = new Lake(Sparks.session(), folder.resolve("lake").toString());
  }

  private void write() {
    Dataset<Row> all =
        rows(
            row("a", "2015-01-01", 2016),
            row("b", "2015-01-01", 2016),
            row("a", "2015-02-01", null),
            row("a", "2015-03-01", 2015));
    lake.overwrite(visits, all, Provenance.none());
    Part march = new Part("month = DATE '2015-03-01'");
    lake.replaceWhere(visits, rows(), march, Provenance.none());
  }

  private static Row row(String home, String month, Integer rated) {
    return RowFactory.create(home, Date.valueOf(month), rated);
  }

  private Dataset<Row> rows(Row... rows) {
    return Sparks.session().createDataFrame(List.of(rows), visits.schema());
  }

  @Test
  void shouldTellThePartitionsInWhichRowsStandAndReadNone() {
    write();
    Dataset<Row> partitions = lake.partitions(visits, lake.version(visits).orElseThrow());
    assertThat(partitions.inputFiles()).isEmpty();
    assertThat(partitions.schema().simpleString()).isEqualTo("struct<month:date,rated:int>");
    assertThat(told(partitions)).containsExactly("2015-01-01 2016", "2015-02-01 null");
  }

  @Test
  void shouldTellThoseOfAnEarlierVersion() {
    write();
    long first = lake.version(visits).orElseThrow() - 1;
    assertThat(told(lake.partitions(visits, first)))
        .containsExactly("2015-01-01 2016", "2015-02-01 null", "2015-03-01 2015");
  }

  @Test
  void shouldReadThemWhereTheLogDoesNotCountRows() {
    Sparks.session().conf().set(STATISTICS, "false");
    try {
      write();
    } finally {
      Sparks.session().conf().unset(STATISTICS);
    }
    Dataset<Row> partitions = lake.partitions(visits, lake.version(visits).orElseThrow());
    assertThat(partitions.inputFiles()).isNotEmpty();
    assertThat(told(partitions)).containsExactly("2015-01-01 2016", "2015-02-01 null");
  }

  private static List<String> told(Dataset<Row> partitions) {
    List<String> told = new ArrayList<>();
    partitions.orderBy("month").collectAsList().forEach(r -> told.add(r.get(0) + " " + r.get(1)));
    return told;
  }
}
