package careworkforce.pipelines.paper;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.Sparks;
import careworkforce.common.delta.Lake;
import careworkforce.common.delta.Provenance;
import careworkforce.pipelines.Application;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.gold.careers.CareersQualitative;
import careworkforce.pipelines.gold.careers.CareersRuleGrid;
import careworkforce.pipelines.gold.careers.CareersTransitionMatrix;
import careworkforce.pipelines.gold.careers.consequences.CareersEventPaths;
import careworkforce.pipelines.gold.careers.descriptives.CareersAnchor;
import careworkforce.pipelines.gold.careers.descriptives.CareersMovesBy;
import careworkforce.pipelines.gold.careers.descriptives.CareersWorkforce;
import careworkforce.pipelines.gold.careers.drivers.CareersDrivers;
import careworkforce.pipelines.gold.careers.drivers.CareersRobustness;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lake that has a few of the tables, of one trust and two pathways. */
class CareersPaperTest {
  private static final CareersWorkforce W = CareersWorkforce.TABLE;
  private static final CareersTransitionMatrix T = CareersTransitionMatrix.TABLE;
  private static final CareersMovesBy M = CareersMovesBy.TABLE;
  private static final CareersDrivers D = CareersDrivers.TABLE;
  private static final CareersEventPaths P = CareersEventPaths.TABLE;
  private static final CareersRobustness R = CareersRobustness.TABLE;
  private static final CareersRuleGrid G = CareersRuleGrid.TABLE;
  private static final CareersQualitative Q = CareersQualitative.TABLE;
  private static final CareersAnchor A = CareersAnchor.TABLE;

  @TempDir static Path folder;
  private static String page = "";

  @BeforeAll
  static void writeUp() throws IOException {
    Lake lake = new Lake(Sparks.session(), folder.resolve("lake").toString());
    Provenance synthetic = new Provenance("run", "", Map.of(), Map.of(), true);
    lake.overwrite(W, workforce().dataset(), synthetic);
    lake.overwrite(T, matrix().dataset(), synthetic);
    lake.overwrite(M, moves().dataset(), synthetic);
    lake.overwrite(D, drivers().dataset(), synthetic);
    lake.overwrite(P, paths().dataset(), synthetic);
    lake.overwrite(R, variants().dataset(), synthetic);
    lake.overwrite(G, rules().dataset(), synthetic);
    lake.overwrite(Q, measures().dataset(), synthetic);
    Sparks.session()
        .sql("SELECT 2020 AS year, 'RA1' AS trust")
        .write()
        .format("delta")
        .save(folder.resolve("lake").resolve(A.folder()).toString());
    StringWriter told = new StringWriter();
    PrintWriter out = new PrintWriter(told, true);
    int code =
        Application.commandLine()
            .setOut(out)
            .setErr(out)
            .execute(
                "paper",
                "careers",
                "--lake",
                folder.resolve("lake").toString(),
                "--to",
                folder.resolve("paper").toString());
    assertThat(code).as(told.toString()).isZero();
    page = Files.readString(folder.resolve("paper/paper.html"));
  }

  @Test
  void shouldSayBeforeAnyNumberWhatIsOutsideTheRecordAndWhatTheTablesCannotTell() {
    assertThat(page)
        .containsSubsequence(
            "What this tells, and what it cannot",
            "trusts and commissioners employ",
            "primary care are outside",
            "Driver: illness or disability (03.16)",
            "tells no disability",
            "Staff by year")
        .contains("Synthetic data", "Not checked for disclosure");
  }

  @Test
  void shouldPrintRatesWithIntervalsOfTheLastYearThatTellsAll() {
    assertThat(page)
        .contains("0.520 (0.500 to 0.540)", "Year 2020.")
        .contains("gold.careers_leaving is not made")
        .doesNotContain("7,777");
    assertThat(read("tables/gold.careers_workforce.csv")).contains("7777");
  }

  @Test
  void shouldPrintTheMatrixAsSharesAndTheMovesMadeMostByTrait() {
    assertThat(page).contains("Shares of those in the row's group in September of 2020");
    assertThat(read("tables/matrix.tex")).contains("NURSING SUPPORT", "0.0500");
    assertThat(read("tables/moves_by_trait.tex"))
        .contains("Female", "0.00400 (0.00300 to 0.00500)");
  }

  @Test
  void shouldSayOfEveryEstimateWhatItStandsForAndWhy() {
    assertThat(read("tables/drivers.tex"))
        .contains("0.300***", "Stands for", "association: who is exposed is not drawn by lot.")
        .startsWith("% Synthetic data");
  }

  @Test
  void shouldDrawWholePathsAndPrintTheirWholeYears() {
    assertThat(page).contains("Paths around moves and returns: on payroll, against stayers");
    assertThat(read("tables/event_paths.tex"))
        .contains("on payroll, k=+12")
        .doesNotContain("k=+06");
  }

  @Test
  void shouldPrintEachNumberAboveItsVariants() {
    assertThat(read("tables/robustness.tex"))
        .containsSubsequence(
            "move, policy (events for 1,000 person-months; association)",
            "headline",
            "2.00**",
            "0.200 to 3.80",
            "placebo");
  }

  @Test
  void shouldSetAMeasureBesideTheMovesOfItsTrustAndPathway() {
    String table = read("tables/qualitative.tex");
    assertThat(line(table, "support\\_to\\_train"))
        .containsSubsequence(
            "RA1", "NURSES", "4.00", "41", "2020", "9", "0.00900 (0.00800 to", "0.00300 (0.00200");
    assertThat(line(table, "openness")).containsSubsequence("ALL", "2020", "& 14 &", "– & –");
  }

  @Test
  void shouldPrintEveryTableOfCareersThatHasNoPartOfItsOwn() {
    assertThat(page).contains("<h2>Rule grid</h2>");
  }

  @Test
  void shouldSayOfATableMadeWithOtherColumnsThatItHasToBeMadeAgain() {
    assertThat(page).contains("gold.careers_anchor was made with other columns");
  }

  private static TestRows workforce() {
    return TestRows.of(W)
        .each(
            W.level, "all",
            W.occupation, "all",
            W.breakdown, "all",
            W.value, "all",
            W.headcount, 1_000L,
            W.atWork, 900L,
            W.fte, "800")
        .row(W.year, 2020)
        .row(
            W.year,
            2020,
            W.level,
            "level1",
            W.occupation,
            "CLINICAL",
            W.headcountShare.value(),
            0.52,
            W.headcountShare.low(),
            0.5,
            W.headcountShare.high(),
            0.54)
        .row(W.year, 2020, W.breakdown, "trust", W.value, "RA1", W.headcount, 7_777L)
        .row(W.year, 2021, W.level, "level1", W.occupation, "CLINICAL", W.headcount, 7_777L);
  }

  private static TestRows matrix() {
    return TestRows.of(T)
        .each(
            T.fromGroup, "NURSING_SUPPORT",
            T.year, 2020,
            T.persons, 100L,
            T.personsThere, 5L,
            T.moves, 5L,
            T.personMonths, 1_200L,
            T.leavingMonths, 1_200L,
            T.share, 0.05,
            T.rate, 0.004)
        .row(T.toGroup, "NURSES")
        .row(T.toGroup, "NURSING_SUPPORT", T.share, 0.9, T.personsThere, 90L)
        .row(T.toGroup, "LEFT");
  }

  private static TestRows moves() {
    return TestRows.of(M)
        .each(
            M.year,
            2020,
            M.fromGroup,
            "NURSING_SUPPORT",
            M.toGroup,
            "NURSES",
            M.breakdown,
            "all",
            M.value,
            "all",
            M.persons,
            100L,
            M.personsThere,
            5L,
            M.movers,
            90L,
            M.personMonths,
            1_200L,
            M.leavingMonths,
            1_200L,
            M.rate.value(),
            0.003,
            M.rate.low(),
            0.002,
            M.rate.high(),
            0.004)
        .row()
        .row(
            M.breakdown,
            "sex",
            M.value,
            "Female",
            M.rate.value(),
            0.004,
            M.rate.low(),
            0.003,
            M.rate.high(),
            0.005)
        .row(
            M.breakdown,
            "trust",
            M.value,
            "RA1",
            M.movers,
            9L,
            M.rate.value(),
            0.009,
            M.rate.low(),
            0.008,
            M.rate.high(),
            0.010)
        .row(M.breakdown, "trust", M.value, "RA1", M.toGroup, "CLERICAL", M.movers, 5L)
        .row(M.breakdown, "trust", M.value, "RA1", M.toGroup, "LEFT", M.movers, 700L)
        .row(M.breakdown, "trust", M.value, "RA2", M.movers, 300L);
  }

  private static TestRows drivers() {
    return TestRows.of(D)
        .each(
            D.sample, "staff at work",
            D.estimator, "cloglog",
            D.per, "log hazard ratio",
            D.estimate, 0.3,
            D.stdError, 0.1,
            D.ciLow, 0.1,
            D.ciHigh, 0.5,
            D.pValue, 0.003,
            D.observations, 9_000L,
            D.clusters, 40L,
            D.variance, "cluster:organisation",
            D.design, "association",
            D.why, "who is exposed is not drawn by lot",
            D.formula, "y ~ x",
            D.inputsVersion, "v1")
        .row(D.outcome, "move_up", D.term, "policy");
  }

  private static TestRows paths() {
    TestRows rows =
        TestRows.of(P)
            .each(
                P.outcome,
                "on_payroll",
                P.sample,
                "against stayers",
                P.estimator,
                "matched difference in differences",
                P.per,
                "share on an NHS payroll",
                P.estimate,
                0.02,
                P.stdError,
                0.01,
                P.ciLow,
                0.0,
                P.ciHigh,
                0.04,
                P.pValue,
                0.04,
                P.observations,
                9_000L,
                P.clusters,
                40L,
                P.variance,
                "cluster:organisation",
                P.design,
                "association",
                P.why,
                "who moves is not drawn by lot",
                P.formula,
                "mean",
                P.inputsVersion,
                "v1",
                P.comparisonMean,
                0.9,
                P.events,
                100L,
                P.unmatched,
                1L);
    for (int k : new int[] {-12, 0, 6, 12}) {
      rows.row(P.term, String.format(java.util.Locale.ROOT, "k=%+03d", k), P.eventMonth, k);
    }
    return rows;
  }

  private static TestRows variants() {
    return TestRows.of(R)
        .each(
            R.outcome, "move",
            R.term, "policy",
            R.estimator, "linear",
            R.per, "events for 1,000 person-months",
            R.meaning, "as told",
            R.estimate, 2.0,
            R.stdError, 0.9,
            R.ciLow, 0.2,
            R.ciHigh, 3.8,
            R.pValue, 0.03,
            R.observations, 9_000L,
            R.clusters, 40L,
            R.variance, "cluster:organisation",
            R.design, "association",
            R.why, "who is exposed is not drawn by lot",
            R.formula, "y ~ x",
            R.inputsVersion, "v1")
        .row(R.sample, "placebo", R.place, 1)
        .row(R.sample, "headline", R.place, 0);
  }

  private static TestRows rules() {
    return TestRows.of(G)
        .row(
            G.rule,
            "gap",
            G.months,
            3,
            G.headline,
            true,
            G.events,
            120L,
            G.personMonths,
            10_000L,
            G.rate,
            0.012,
            G.rateLow,
            0.011,
            G.rateHigh,
            0.013);
  }

  private static TestRows measures() {
    return TestRows.of(Q)
        .each(
            Q.wave, "2025-03",
            Q.organisation, "RA1",
            Q.fromGroup, "NURSING_SUPPORT",
            Q.value, 4.0,
            Q.scale, "1 none to 5 strong",
            Q.basis, "6 interviews")
        .row(Q.toGroup, "NURSES", Q.measure, "support_to_train", Q.moves, 41L)
        .row(Q.wave, "2014-03", Q.toGroup, "ALL", Q.measure, "openness", Q.moves, 70L);
  }

  private static String line(String table, String with) {
    return table.lines().filter(line -> line.contains(with)).findFirst().orElse("");
  }

  private static String read(String file) {
    try {
      return Files.readString(folder.resolve("paper").resolve(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
