package careworkforce.common.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careworkforce.common.Sparks;
import careworkforce.common.conf.Settings;
import careworkforce.common.delta.KeptLakes;
import careworkforce.common.delta.Lake;
import careworkforce.common.delta.Provenance;
import careworkforce.common.error.Exit;
import careworkforce.common.error.UserError;
import careworkforce.common.job.Fakes.Homes;
import careworkforce.common.job.Fakes.HomesJob;
import careworkforce.common.job.Fakes.Places;
import careworkforce.common.job.Fakes.PlacesJob;
import careworkforce.common.table.Table;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunnerTest {
  private static final KeptLakes LAKES = new KeptLakes();
  @TempDir Path folder;
  private final HomesJob homes = new HomesJob();
  private final Catalogue catalogue = Catalogue.of(List.of(new PlacesJob(), homes));
  private Lake lake;

  @BeforeEach
  void open() {
    lake = new Lake(Sparks.session(), folder.resolve("lake").toString());
  }

  private Plan plan(Map<String, String> set) {
    return new Planner(catalogue, lake, Settings.load(List.of(), set), Fakes.NONE)
        .plan(List.of(), false);
  }

  private Manifest run(Map<String, String> set) {
    return new Runner(lake, Settings.load(List.of(), set), Fakes.NONE, Progress.silent())
        .run(plan(set), "test", Instant.EPOCH);
  }

  /** A first run with nothing set. */
  private void begin() {
    LAKES.begin("run", folder.resolve("lake"), () -> run(Map.of()));
  }

  @Test
  void shouldRunEachJobAfterWhatItReadsAndSayWhatItRead() {
    Manifest manifest = run(Map.of());
    assertThat(manifest.jobs())
        .extracting(Manifest.Entry::table)
        .containsExactly("silver.homes", "gold.study_places");
    assertThat(manifest.jobs().get(1).inputs()).isEqualTo(Map.of("silver.homes", 1L));
    assertThat(manifest.jobs()).extracting(Manifest.Entry::rows).containsExactly(2L, 2L);
  }

  @Test
  void shouldCountInTheManifestTheRowsThatAContractHasCounted() {
    Map<String, Long> counted = Map.of("LARGE", 1L, "UNKNOWN", 0L);
    homes.homes = List.of(RowFactory.create("a", 1), RowFactory.create("b", 3));
    Manifest manifest = run(Map.of(Fakes.BEDS.key(), "2"));
    assertThat(manifest.jobs())
        .extracting(Manifest.Entry::counts)
        .containsExactly(Map.of(), counted);
    assertThat(new Manifests(lake).of("test").jobs().get(1).counts()).isEqualTo(counted);
  }

  @Test
  void shouldRememberHowATableWithoutRowsCameAbout() {
    homes.homes = List.of();
    run(Map.of());
    assertThat(plan(Map.of()).running()).isEmpty();
    run(Map.of(Fakes.BEDS.key(), "3"));
    assertThat(plan(Map.of(Fakes.BEDS.key(), "3")).running()).isEmpty();
  }

  @Test
  void shouldRunNothingWhenNothingMoved() {
    begin();
    assertThat(plan(Map.of()).running()).isEmpty();
  }

  @Test
  void shouldRunOnlyTheJobWhoseSettingChanged() {
    begin();
    Plan plan = plan(Map.of("run.side-by-side", "3"));
    assertThat(plan.running()).hasSize(1);
    assertThat(plan.running().get(0).reasons())
        .containsExactly("setting run.side-by-side changed from 2 to 3");
  }

  @Test
  void shouldRefuseAWrongSettingBeforeAnythingRuns() {
    assertThatThrownBy(() -> plan(Map.of(Fakes.BEDS.key(), "70")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("70 is not between 1 and 64");
  }

  @Test
  void shouldRunWhatStandsOnAnInputThatMoved() {
    begin();
    lake.overwrite(
        Homes.TABLE,
        lake.read(Homes.TABLE, 1).limit(1),
        lake.history(Homes.TABLE, 1).get(0).provenance());
    lake.passed(Homes.TABLE, 2);
    assertThat(plan(Map.of()).running())
        .singleElement()
        .satisfies(
            s ->
                assertThat(s.reasons())
                    .containsExactly("input silver.homes moved from version 1 to 2"));
  }

  @Test
  void shouldRunAgainATableThatAnotherToolWrote() {
    begin();
    lake.overwrite(Places.TABLE, lake.read(Places.TABLE, 1).limit(1), Provenance.none());
    assertThat(plan(Map.of()).running()).hasSize(1);
  }

  @Test
  void shouldRunAgainATableWhoseChecksWereCutOff() {
    begin();
    lake.overwrite(
        Places.TABLE,
        lake.read(Places.TABLE, 1).limit(1),
        lake.history(Places.TABLE, 1).get(0).provenance());
    assertThat(plan(Map.of()).running().get(0).reasons())
        .containsExactly("the checks of version 2 did not end");
  }

  private static final Map<String, String> MADE_UP = Map.of(Runner.SYNTHETIC.key(), "true");

  private boolean isMarked(Table table) {
    return lake.account(table).orElseThrow().synthetic();
  }

  @Test
  void shouldMakeAgainWhatIsSyntheticAndNotMarkedSo() {
    begin();
    assertThat(plan(MADE_UP).running())
        .extracting(Plan.Step::reasons)
        .containsExactly(
            List.of("the rows are synthetic, and not marked so"),
            List.of("input silver.homes will move"));
    run(MADE_UP);
    assertThat(isMarked(Homes.TABLE)).isTrue();
    assertThat(isMarked(Places.TABLE)).isTrue();
    assertThat(plan(MADE_UP).running()).isEmpty();
  }

  @Test
  void shouldMakeNothingAgainForARunThatIsNoLongerSaidToBeSynthetic() {
    run(MADE_UP);
    assertThat(plan(Map.of()).running()).isEmpty();
  }

  @Test
  void shouldMarkWhatIsMadeOfMarkedRows() {
    Settings madeUp = Settings.load(List.of(), MADE_UP);
    Plan homesAlone =
        new Planner(catalogue, lake, madeUp, Fakes.NONE).plan(List.of("silver.homes"), false);
    new Runner(lake, madeUp, Fakes.NONE, Progress.silent()).run(homesAlone, "homes", Instant.EPOCH);
    run(Map.of());
    assertThat(isMarked(Places.TABLE)).isTrue();
  }

  @Test
  void shouldTakeAwayAMarkThatNothingReadHas() {
    begin();
    Settings madeUp = Settings.load(List.of(), MADE_UP);
    Plan placesAlone =
        new Planner(catalogue, lake, madeUp, Fakes.NONE).plan(List.of("gold.study_places"), true);
    new Runner(lake, madeUp, Fakes.NONE, Progress.silent())
        .run(placesAlone, "places", Instant.EPOCH);
    assertThat(isMarked(Places.TABLE)).isTrue();

    assertThat(plan(Map.of()).running())
        .extracting(Plan.Step::reasons)
        .containsExactly(List.of("the rows are marked synthetic, and made of nothing that is"));
    run(Map.of());
    assertThat(isMarked(Places.TABLE)).isFalse();
    assertThat(plan(Map.of()).running()).isEmpty();
  }

  @Test
  void shouldKeepTheLastGoodVersionWhenAPromiseIsBroken() {
    begin();
    homes.homes = List.of(RowFactory.create("a", -1));
    lake.overwrite(
        Homes.TABLE,
        Sparks.session().createDataFrame(homes.homes, Homes.TABLE.schema()),
        Provenance.none());
    Manifest manifest = run(Map.of());
    assertThat(manifest.unfinished())
        .extracting(Manifest.Entry::table)
        .containsExactly("gold.study_places");
    assertThat(manifest.jobs().get(1).messages())
        .containsExactly("1 rows break PLACES_POSITIVE: every home has a place");
    assertThat(lake.count(Places.TABLE)).isEqualTo(2);
    assertThat(lake.history(Places.TABLE, 1).get(0).provenance())
        .as("how the rows came about that stand again")
        .isEqualTo(lake.commit(Places.TABLE, 1).orElseThrow().provenance());
    assertThat(plan(Map.of()).running())
        .singleElement()
        .satisfies(
            step ->
                assertThat(step.reasons())
                    .singleElement()
                    .asString()
                    .startsWith("input silver.homes "));
  }

  @Test
  void shouldTakeAwayAFirstVersionWithARepeatedKeyAndHoldWhatStandsOnIt() {
    homes.homes = List.of(RowFactory.create("a", 1), RowFactory.create("a", 2));
    Manifest manifest = run(Map.of());
    assertThat(manifest.jobs())
        .extracting(Manifest.Entry::status)
        .containsExactly("failed", "held");
    assertThat(lake.exists(Homes.TABLE)).isFalse();
  }

  @Test
  void shouldRememberTheExitCodeOfAnErrorThatEndedAJob() {
    homes.wrong = UserError.checks("weigh the homes", "there is one year", "Take in more");
    run(Map.of());
    assertThat(new Manifests(lake).of("test").jobs())
        .extracting(Manifest.Entry::exit)
        .containsExactly(Exit.CHECKS_FAILED, null);
  }

  @Test
  void shouldReportAWarningAndKeepTheRows() {
    homes.homes = List.of(RowFactory.create("a", 90));
    Manifest manifest = run(Map.of());
    assertThat(manifest.unfinished()).isEmpty();
    assertThat(manifest.jobs().get(1).messages())
        .containsExactly("1 rows miss PLACES_FEW: no home has over 100 places");
  }

  @Test
  void shouldNameTheColumnOfAJobThatLeavesItsContract() {
    Catalogue wrong = Catalogue.of(List.of(new Fakes.WrongJob()));
    assertThat(new Planner(wrong, lake, Settings.defaults(), Fakes.NONE).faults(List.of()))
        .containsExactly("silver.homes: column beds is double, the contract says int");
  }
}
