package careworkforce.common.delta;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.Sparks;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangedMonthsTest {
  private static final Days DAYS = new Days();
  @TempDir Path folder;
  private Lake lake;

  /** A table of one column. */
  private static final class Days extends Table {
    final Field day = key("day", DataTypes.StringType, "the day");

    Days() {
      super(Layer.SILVER, "days", "one row a day", Sensitivity.PUBLIC);
    }
  }

  /** Version 1 is made as a whole, each later one tells its months. */
  @BeforeEach
  void open() {
    lake = new Lake(Sparks.session(), folder.toString());
    lake.overwrite(DAYS, day("1"), Provenance.none());
    write("2019-03");
    write("2019-05", "2019-04");
  }

  private static Dataset<Row> day(String day) {
    return Sparks.session().createDataFrame(List.of(RowFactory.create(day)), DAYS.schema());
  }

  private void write(String... months) {
    List<Month> changed = Arrays.stream(months).map(Month::parse).toList();
    lake.append(DAYS, day(changed.toString()), Provenance.none().changing(changed));
  }

  private Optional<SortedSet<Month>> since(long version) {
    return ChangedMonths.between(lake, DAYS, version, lake.version(DAYS).orElseThrow());
  }

  private static Month month(String month) {
    return Month.parse(month);
  }

  @Test
  void shouldGatherTheMonthsOfEveryCommitSince() {
    assertThat(since(1).orElseThrow())
        .containsExactly(month("2019-03"), month("2019-04"), month("2019-05"));
    assertThat(since(2).orElseThrow()).containsExactly(month("2019-04"), month("2019-05"));
    assertThat(since(3).orElseThrow()).isEmpty();
  }

  @Test
  void shouldNotKnowWhatAVersionMadeAsAWholeChanged() {
    assertThat(since(0)).isEmpty();
    lake.append(DAYS, day("2"), Provenance.none());
    assertThat(since(3)).isEmpty();
  }

  @Test
  void shouldNotKnowWhatChangedInATableMadeAnewUnderLowerVersions() {
    assertThat(since(4)).isEmpty();
  }

  @Test
  void shouldTakeARestoreForAChangeOfAllThatItUndoes() {
    lake.restore(DAYS, 1, Provenance.none().changing(List.of()));
    assertThat(since(3).orElseThrow())
        .containsExactly(month("2019-03"), month("2019-04"), month("2019-05"));
    lake.restore(DAYS, 2, Provenance.none().changing(List.of()));
    assertThat(since(2).orElseThrow())
        .containsExactly(month("2019-03"), month("2019-04"), month("2019-05"));
  }

  @Test
  void shouldTakeCompactionForNoChangeAndAnErasureForOneThatIsNotTold() {
    lake.passed(DAYS, 3);
    new Upkeep(lake, DAYS).compact();
    assertThat(since(3).orElseThrow()).isEmpty();
    new Upkeep(lake, DAYS).erase("1");
    assertThat(since(3)).isEmpty();
  }
}
