package careworkforce.common.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.Sparks;
import careworkforce.common.conf.Settings;
import careworkforce.common.delta.KeptLakes;
import careworkforce.common.delta.Lake;
import careworkforce.common.delta.Part;
import careworkforce.common.delta.Provenance;
import careworkforce.common.job.Manifest;
import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import java.nio.file.Path;
import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Good and poor homes among ten: whole, or by month and half a year of nothing but good ones. */
class DriftTest {
  private static final Ratings WHOLE = new Ratings("ratings", false);
  private static final Ratings MONTHLY = new Ratings("monthly_ratings", true);

  /** (0.4 - 0.7) ln(0.4 / 0.7) + (0.6 - 0.3) ln(0.6 / 0.3) = 0.168 + 0.208. */
  private static final String FROM_SEVEN_TO_FOUR =
      ".rating: the mix of codes moved, stability index 0.38, more than 0.25";

  private static final KeptLakes LAKES = new KeptLakes();
  @TempDir Path folder;
  private Lake lake;
  private Drift drift;

  private static final class Ratings extends Table {
    final Field month = field("month", DataTypes.DateType, "first day of the month");
    final Field rating =
        field("rating", DataTypes.StringType, "the rating")
            .codes(CodeList.of("RATING", "this test", "G", "good", "P", "poor"));

    Ratings(String name, boolean monthly) {
      super(Layer.SILVER, name, "one row a home", Sensitivity.PUBLIC);
      if (monthly) {
        partitionedBy(month);
      }
    }
  }

  @BeforeEach
  void open() {
    lake = new Lake(Sparks.session(), folder.toString());
    drift = new Drift(lake, Settings.defaults());
  }

  private void write(Table table, Part part, List<Row> rows) {
    lake.replaceWhere(
        table, Sparks.session().createDataFrame(rows, table.schema()), part, Provenance.none());
  }

  private static List<Row> ofTen(int good, @Nullable String month) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      Date first = month == null ? null : Date.valueOf(month + "-01");
      rows.add(RowFactory.create(first, i < good ? "G" : "P"));
    }
    return rows;
  }

  /** Half a year of nothing but good ones, whose data files are gone afterwards; then May. */
  private void beginWithMay(int good) {
    LAKES.begin(good + " good ones in May", folder, () -> writeUntilMay(good));
  }

  private void writeUntilMay(int good) {
    List<Row> rows = new ArrayList<>();
    for (String month : List.of("2018-11", "2018-12", "2019-01", "2019-02", "2019-03", "2019-04")) {
      rows.addAll(ofTen(10, month));
    }
    write(MONTHLY, Part.ALL, rows);
    replace("2019-05", good);
    for (String month : List.of("2018-11", "2018-12", "2019-01", "2019-02", "2019-03")) {
      dropDataFiles(MONTHLY, "month=" + month);
    }
  }

  private void dropDataFiles(Table table, String below) {
    for (Path file : KeptLakes.below(Path.of(lake.path(table)))) {
      if (file.toString().endsWith(".parquet") && file.toString().contains(below)) {
        FileUtils.deleteQuietly(file.toFile());
      }
    }
  }

  private void replace(String month, int good) {
    Part part = Part.ofMonths(MONTHLY.month, List.of(Month.parse(month)));
    write(MONTHLY, part, ofTen(good, month));
  }

  private List<String> since(Table table, long version) {
    return drift.judge(List.of(new Gate.Moved(table, version))).stream()
        .map(Manifest.Gate::message)
        .toList();
  }

  @Test
  void shouldTellAMixOfCodesThatMoved() {
    write(WHOLE, Part.ALL, ofTen(8, null));
    write(WHOLE, Part.ALL, ofTen(7, null));
    write(WHOLE, Part.ALL, ofTen(4, null));
    assertThat(since(WHOLE, 2)).containsExactly("silver.ratings" + FROM_SEVEN_TO_FOUR);
    assertThat(since(WHOLE, -1)).isEmpty();
    assertThat(since(WHOLE, 3)).isEmpty();
  }

  @Test
  void shouldCompareAMonthThatArrivedWithTheMonthBeforeAndReadNoOther() {
    beginWithMay(7);
    long stood = lake.version(MONTHLY).orElseThrow();
    replace("2019-06", 4);
    assertThat(since(MONTHLY, stood))
        .containsExactly("silver.monthly_ratings" + FROM_SEVEN_TO_FOUR);
  }

  @Test
  void shouldCompareACorrectedMonthWithItselfAndReadNoOther() {
    beginWithMay(7);
    long stood = lake.version(MONTHLY).orElseThrow();
    replace("2019-05", 4);
    assertThat(since(MONTHLY, stood))
        .containsExactly("silver.monthly_ratings" + FROM_SEVEN_TO_FOUR);
    replace("2019-05", 7);
    assertThat(since(MONTHLY, stood)).as("as it stood").isEmpty();
  }

  /** Of April and May, 14 of 20 are good; of June and July, 8. */
  @Test
  void shouldCompareMonthsThatArrivedWithAsManyBefore() {
    beginWithMay(4);
    long stood = lake.version(MONTHLY).orElseThrow();
    replace("2019-06", 5);
    replace("2019-07", 3);
    assertThat(since(MONTHLY, stood))
        .containsExactly("silver.monthly_ratings" + FROM_SEVEN_TO_FOUR);
  }

  @Test
  void shouldSayNothingOfAMonthWithdrawnOrWithoutOneBefore() {
    beginWithMay(7);
    long stood = lake.version(MONTHLY).orElseThrow();
    write(MONTHLY, Part.ofMonths(MONTHLY.month, List.of(Month.of(2019, 5))), List.of());
    assertThat(since(MONTHLY, stood)).isEmpty();
    stood = lake.version(MONTHLY).orElseThrow();
    replace("2018-03", 1);
    assertThat(since(MONTHLY, stood)).isEmpty();
  }

  @Test
  void shouldCompareRowsWithoutAMonthWithThemselves() {
    beginWithMay(1);
    Part open = new Part(MONTHLY.month.name() + " IS NULL");
    write(MONTHLY, open, ofTen(7, null));
    long stood = lake.version(MONTHLY).orElseThrow();
    write(MONTHLY, open, ofTen(4, null));
    assertThat(since(MONTHLY, stood))
        .containsExactly("silver.monthly_ratings" + FROM_SEVEN_TO_FOUR);
  }

  /** The night that made May wrote its mix down, so that it is not read again. */
  @Test
  void shouldReadNoVersionThatItHasJudged() {
    beginWithMay(4);
    long stood = lake.version(MONTHLY).orElseThrow();
    replace("2019-05", 7);
    assertThat(since(MONTHLY, stood)).hasSize(1);
    stood = lake.version(MONTHLY).orElseThrow();
    dropDataFiles(MONTHLY, "");
    replace("2019-06", 4);
    assertThat(since(MONTHLY, stood))
        .containsExactly("silver.monthly_ratings" + FROM_SEVEN_TO_FOUR);
  }

  @Test
  void shouldCarryOnTheMixOfAMonthThatStays() {
    beginWithMay(7);
    long stood = lake.version(MONTHLY).orElseThrow();
    replace("2019-06", 7);
    assertThat(since(MONTHLY, stood)).isEmpty();
    stood = lake.version(MONTHLY).orElseThrow();
    dropDataFiles(MONTHLY, "month=2019-05");
    replace("2019-05", 4);
    assertThat(since(MONTHLY, stood)).as("May of the first night").hasSize(1);
  }

  @Test
  void shouldReadAVersionThatAnotherRunMadeUnderTheSameNumber() {
    writeRun("first", 7);
    writeRun("second", 7);
    assertThat(since(WHOLE, 1)).isEmpty();
    lake.takeBack(WHOLE, OptionalLong.empty());
    writeRun("third", 7);
    writeRun("fourth", 4);
    writeRun("fifth", 4);
    assertThat(since(WHOLE, 2)).isEmpty();
  }

  private void writeRun(String run, int good) {
    Provenance of = new Provenance(run, "", Map.of(), Map.of(), true);
    List<Row> rows = ofTen(good, null);
    lake.overwrite(WHOLE, Sparks.session().createDataFrame(rows, WHOLE.schema()), of);
  }

  @Test
  void shouldCountCodesThatCameOrWentByALeastShare() {
    // (0.5 - 1) ln(0.5) + (0.5 - 0.0001) ln(0.5 / 0.0001) = 0.34657 + 4.25774
    assertThat(Drift.index(new double[] {0.5, 0.5}, new double[] {1, 0}))
        .isCloseTo(4.60431, within(1e-4));
  }
}
