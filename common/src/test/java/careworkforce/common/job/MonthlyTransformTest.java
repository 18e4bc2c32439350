package careworkforce.common.job;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.Sparks;
import careworkforce.common.check.Quarantine;
import careworkforce.common.conf.Setting;
import careworkforce.common.conf.Settings;
import careworkforce.common.delta.KeptLakes;
import careworkforce.common.delta.Lake;
import careworkforce.common.delta.Part;
import careworkforce.common.delta.Provenance;
import careworkforce.common.table.Check;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import java.nio.file.Path;
import java.sql.Date;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonthlyTransformTest {
  private static final Beds TAKEN = new Beds("beds_taken");
  private static final Beds DOUBLED = new Beds("beds_doubled");
  private static final Beds TOLD = new Beds("beds_told");
  private static final Quarantine ASIDE = Quarantine.of(DOUBLED).orElseThrow();
  private static final KeptLakes LAKES = new KeptLakes();
  @TempDir Path folder;
  private final Doubling doubling = new Doubling();
  private Lake lake;

  /** Beds of each month. */
  private static final class Beds extends Table {
    final Field month = key("month", DataTypes.DateType, "first day of the month");
    final Field beds = field("beds", DataTypes.IntegerType, "beds").unit("beds");

    Beds(String name) {
      super(Layer.SILVER, name, "one row a month", Sensitivity.PUBLIC);
      partitionedBy(month);
      check(Check.must("BEDS_FEW", "there are at most 100", beds.col().leq(100)));
      check(Check.orAside("BEDS_NOT_NEGATIVE", "there are none or more", beds.col().geq(0)));
    }
  }

  /** Doubles the beds of all months, or of those that changed. */
  private static final class Doubling implements MonthlyTransform {
    private List<String> stood = List.of();
    private boolean nothingOfInterest;

    @Override
    public Table writes() {
      return DOUBLED;
    }

    @Override
    public List<Table> reads() {
      return List.of(TAKEN);
    }

    @Override
    public List<Setting<?>> settings() {
      return List.of(Fakes.BEDS);
    }

    @Override
    public Dataset<Row> rows(Inputs inputs) {
      return DOUBLED.select(
          inputs
              .table(TAKEN)
              .select(
                  TAKEN.month.col(), DOUBLED.beds.is(TAKEN.beds.col().multiply(functions.lit(2)))));
    }

    @Override
    public Replacement replacement(Inputs inputs, SortedSet<Month> changed, Dataset<Row> standing) {
      stood = text(standing);
      if (nothingOfInterest) {
        return new Replacement(null, rows(inputs).limit(0), new TreeSet<>());
      }
      Part part = Part.ofMonths(DOUBLED.month, changed);
      return new Replacement(part, rows(inputs).where(part.col()), changed);
    }
  }

  /** Tells of every month what was doubled. */
  private static final class Telling implements Transform {
    @Override
    public Table writes() {
      return TOLD;
    }

    @Override
    public List<Table> reads() {
      return List.of(DOUBLED);
    }

    @Override
    public Dataset<Row> rows(Inputs inputs) {
      return inputs.table(DOUBLED);
    }
  }

  @BeforeEach
  void open() {
    lake = new Lake(Sparks.session(), folder.resolve("lake").toString());
    LAKES.begin(
        "two months",
        folder.resolve("lake"),
        () -> {
          lake.overwrite(TAKEN, beds("2019-03", 1, "2019-04", 2), Provenance.none());
          run(Map.of());
        });
  }

  private static Dataset<Row> beds(Object... monthsAndBeds) {
    Row[] rows = new Row[monthsAndBeds.length / 2];
    for (int i = 0; i < rows.length; i++) {
      Month month = Month.parse((String) monthsAndBeds[2 * i]);
      rows[i] = RowFactory.create(Date.valueOf(month.firstDay()), monthsAndBeds[2 * i + 1]);
    }
    return Sparks.session().createDataFrame(Arrays.asList(rows), TAKEN.schema());
  }

  private void deliver(String month, int beds) {
    List<Month> only = List.of(Month.parse(month));
    lake.replaceWhere(
        TAKEN,
        beds(month, beds),
        Part.ofMonths(TAKEN.month, only),
        Provenance.none().changing(only));
  }

  private Manifest.Entry run(Map<String, String> set) {
    return run(set, false);
  }

  private Manifest.Entry run(Map<String, String> set, boolean anew) {
    Settings settings = Settings.load(List.of(), set);
    String reason = anew ? Plan.Step.ANEW : "an input moved";
    Plan plan = new Plan(List.of(new Plan.Step(doubling, List.of(reason))));
    return new Runner(lake, settings, Fakes.NONE, Progress.silent())
        .run(plan, "test", Instant.EPOCH)
        .jobs()
        .get(0);
  }

  private List<String> doubled() {
    return text(lake.read(DOUBLED));
  }

  private List<String> aside() {
    return text(lake.read(ASIDE));
  }

  private static List<String> text(Dataset<Row> rows) {
    return rows.orderBy("month").collectAsList().stream().map(Object::toString).toList();
  }

  /** Rows that only a whole making would mend, so that they show what was left as it stood. */
  private void markWhatStands() {
    LAKES.begin(
        "marked",
        folder.resolve("lake"),
        () -> {
          Provenance account = lake.history(DOUBLED, 1).get(0).provenance();
          lake.overwrite(DOUBLED, beds("2019-03", 77, "2019-04", 78), account);
          lake.passed(DOUBLED, lake.version(DOUBLED).orElseThrow());
        });
  }

  @Test
  void shouldMakeAgainTheMonthsThatChangedAlone() {
    markWhatStands();
    deliver("2019-04", 5);
    deliver("2019-06", 6);
    Manifest.Entry entry = run(Map.of());
    assertThat(doubled()).containsExactly("[2019-03-01,77]", "[2019-04-01,10]", "[2019-06-01,12]");
    assertThat(entry.extent()).isEqualTo("2019-04 to 2019-06");
    assertThat(entry.rows()).isEqualTo(3);
  }

  @Test
  void shouldMakeTheWholeWhereAnInputDoesNotTellItsMonths() {
    markWhatStands();
    lake.append(TAKEN, beds("2019-05", 5), Provenance.none());
    assertThat(run(Map.of()).extent()).isEqualTo("whole");
    assertThat(doubled()).containsExactly("[2019-03-01,2]", "[2019-04-01,4]", "[2019-05-01,10]");
  }

  @Test
  void shouldMakeTheWholeWhenASettingChangedOrTheWholeIsAskedFor() {
    markWhatStands();
    deliver("2019-04", 5);
    assertThat(run(Map.of(Fakes.BEDS.key(), "3")).extent()).isEqualTo("whole");
    deliver("2019-04", 6);
    assertThat(run(Map.of(Fakes.BEDS.key(), "3"), true).extent()).isEqualTo("whole");
  }

  @Test
  void shouldMakeTheWholeOverAVersionWhoseChecksDidNotEnd() {
    markWhatStands();
    lake.passed(DOUBLED, 1);
    deliver("2019-04", 5);
    assertThat(run(Map.of()).extent()).isEqualTo("whole");
  }

  @Test
  void shouldTellOfAVersionOfNoMonthWhereNothingChanged() {
    lake.append(TAKEN, beds(), Provenance.none().changing(List.of()));
    assertThat(run(Map.of()).extent()).isEqualTo("no month");
    assertThat(doubled()).containsExactly("[2019-03-01,2]", "[2019-04-01,4]");
  }

  @Test
  void shouldLeaveWhatWouldBeMadeOfATableInWhichNothingChanged() {
    assertThat(statuses()).containsExactly("ran", "ran");
    doubling.nothingOfInterest = true;
    deliver("2019-04", 5);
    assertThat(statuses()).containsExactly("ran", "current");
    doubling.nothingOfInterest = false;
    deliver("2019-04", 6);
    assertThat(statuses()).containsExactly("ran", "ran");
    assertThat(text(lake.read(TOLD))).containsExactly("[2019-03-01,2]", "[2019-04-01,12]");
  }

  private List<String> statuses() {
    Plan plan =
        new Plan(
            List.of(
                new Plan.Step(doubling, List.of("an input moved")),
                new Plan.Step(new Telling(), List.of("input " + DOUBLED + Plan.Step.WILL_MOVE))));
    return new Runner(lake, Settings.load(List.of(), Map.of()), Fakes.NONE, Progress.silent())
        .run(plan, "test", Instant.EPOCH).jobs().stream().map(Manifest.Entry::status).toList();
  }

  @Test
  void shouldTakeBackAMonthThatBreaksAPromise() {
    deliver("2019-04", 51);
    assertThat(run(Map.of()).status()).isEqualTo("failed");
    assertThat(doubled()).containsExactly("[2019-03-01,2]", "[2019-04-01,4]");
  }

  @Test
  void shouldSetAsideInTheMonthsThatChangedAlone() {
    markWhatStands();
    deliver("2019-04", -5);
    deliver("2019-06", -6);
    Manifest.Entry entry = run(Map.of());
    assertThat(doubled()).containsExactly("[2019-03-01,77]");
    assertThat(aside())
        .containsExactly(
            "[2019-04-01,-10,BEDS_NOT_NEGATIVE]", "[2019-06-01,-12,BEDS_NOT_NEGATIVE]");
    assertThat(entry.messages())
        .containsExactly("2 rows set aside by BEDS_NOT_NEGATIVE: there are none or more");

    deliver("2019-04", 5);
    assertThat(run(Map.of()).extent()).isEqualTo("2019-04");
    assertThat(doubled()).containsExactly("[2019-03-01,77]", "[2019-04-01,10]");
    assertThat(aside()).containsExactly("[2019-06-01,-12,BEDS_NOT_NEGATIVE]");
  }

  @Test
  void shouldMergeIntoTheRowsAsTheyWereMadeThoseSetAsideAmongThem() {
    deliver("2019-04", -5);
    run(Map.of());
    deliver("2019-06", 6);
    run(Map.of());
    assertThat(doubling.stood).containsExactly("[2019-03-01,2]", "[2019-04-01,-10]");
  }

  @Test
  void shouldWriteAMonthOnceWithoutTheRowsAtFault() {
    long stood = lake.version(DOUBLED).orElseThrow();
    deliver("2019-04", -5);
    run(Map.of());
    assertThat(lake.version(DOUBLED)).hasValue(stood + 1);
    assertThat(doubled()).containsExactly("[2019-03-01,2]");
    assertThat(aside()).containsExactly("[2019-04-01,-10,BEDS_NOT_NEGATIVE]");
  }

  /** As where a run is killed between the table and its quarantine. */
  @Test
  void shouldMakeTheQuarantineAnewOverAVersionThatWasNotTried() {
    deliver("2019-04", -5);
    run(Map.of());
    lake.overwrite(ASIDE, Lake.empty(lake.spark(), ASIDE), Provenance.none());
    lake.passed(DOUBLED, 1);
    assertThat(run(Map.of()).extent()).isEqualTo("whole");
    assertThat(aside()).containsExactly("[2019-04-01,-10,BEDS_NOT_NEGATIVE]");
  }

  @Test
  void shouldSetAsideNothingOfATableWithoutRows() {
    lake.overwrite(TAKEN, beds(), Provenance.none());
    Manifest.Entry entry = run(Map.of());
    assertThat(entry.status()).isEqualTo("ran");
    assertThat(doubled()).isEmpty();
    assertThat(lake.exists(ASIDE)).isFalse();
  }

  @Test
  @Tag("slow")
  void shouldTakeBackWhatWasSetAsideWithTheTable() {
    deliver("2019-04", -2);
    run(Map.of());
    deliver("2019-04", 51);
    deliver("2019-05", -1);
    assertThat(run(Map.of()).status()).isEqualTo("failed");
    assertThat(doubled()).containsExactly("[2019-03-01,2]");
    assertThat(aside()).containsExactly("[2019-04-01,-4,BEDS_NOT_NEGATIVE]");
  }

  @Test
  void shouldTakeAwayAFirstQuarantineWithTheTable() {
    deliver("2019-04", 51);
    deliver("2019-05", -1);
    assertThat(run(Map.of()).status()).isEqualTo("failed");
    assertThat(lake.exists(ASIDE)).isFalse();
  }
}
