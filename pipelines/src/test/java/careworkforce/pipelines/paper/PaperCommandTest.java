package careworkforce.pipelines.paper;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.Sparks;
import careworkforce.common.delta.Lake;
import careworkforce.common.delta.Provenance;
import careworkforce.common.job.Catalogue;
import careworkforce.common.table.Table;
import careworkforce.pipelines.Application;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.gold.socialcare.SocialcareFirstStage;
import careworkforce.pipelines.gold.socialcare.SocialcareOutcomeEffects;
import careworkforce.pipelines.gold.socialcare.description.SocialcareRegions;
import careworkforce.pipelines.gold.socialcare.destinations.SocialcareDestinations;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PaperCommandTest {
  private static final SocialcareOutcomeEffects E = SocialcareOutcomeEffects.TABLE;
  private static final SocialcareFirstStage F = SocialcareFirstStage.TABLE;
  private static final SocialcareDestinations D = SocialcareDestinations.TABLE;
  private static final SocialcareRegions R = SocialcareRegions.TABLE;

  private final StringWriter told = new StringWriter();
  @TempDir Path folder;

  @BeforeEach
  void session() {
    Sparks.session();
  }

  @Test
  void shouldWriteThePartsThatStandAndNameTheTablesThatDoNot() throws Exception {
    fill(new Lake(Sparks.session(), lake()));
    assertThat(paper("socialcare")).isZero();
    String page = read("paper.html");
    assertThat(page)
        .containsPattern("weighted by resident-days; rows of staff, residents or not, are not")
        .contains("Synthetic data", "Not checked for disclosure", "0.00370***", "East of")
        .contains("gold.socialcare_sample_flow is not made");
    assertThat(read("policy_summary.html"))
        .contains("rests on 7,942 months of care homes in 81 travel-to-work areas")
        .contains("of every month that homes report")
        .contains("the index rises by about 0.1 times the sum of its weights")
        .contains(
            "Ten percentage points more staff turnover a year brings about a rise in unplanned")
        .contains("+4.4 (95% interval +2.4 to +6.5 arrivals for each 100 residents a year)");
    assertThat(read("tables/main_table.tex"))
        .startsWith(
            "% Synthetic data: no number here is a finding.\n"
                + "% Not checked for disclosure: keep it where the lake is.\n")
        .contains("\\toprule", "0.00370***", "Effective F & 25.0 &", "0.00180 to 0.00570")
        .contains("Observations (clusters) & 7,942 (81) & 7,942 (81)", "8,800 (81)")
        .containsPattern("Synthetic data: [^%]* Not checked for disclosure: [^%]*tabular");
    assertThat(read("tables/NOT_CHECKED.txt")).startsWith("Not checked for disclosure");
    assertThat(read("tables/SYNTHETIC.txt")).startsWith("Synthetic data");
    assertThat(read("tables/gold.socialcare_outcome_effects.csv")).contains("iv", "0.0037");
    assertThat(folder.resolve("paper/tables/sample_flow.tex")).doesNotExist();
  }

  /** Bounds, arrivals and destinations are no estimates, and results all the same. */
  @Test
  void shouldMakeEveryTableOfTheStudyAPart() {
    Catalogue catalogue = Catalogue.declared();
    Lake empty = new Lake(Sparks.session(), lake());
    assertThat(new SocialcarePaper(empty, catalogue, 5).parts())
        .extracting(part -> part.table().fullName())
        .containsAll(
            catalogue.tables().stream()
                .map(Table::fullName)
                .filter(name -> name.startsWith("gold.socialcare_"))
                .toList())
        .contains("gold.socialcare_misclassification");
  }

  @Test
  void shouldPrintWhereLeaversGoWithTheirIntervals() throws Exception {
    Lake lake = new Lake(Sparks.session(), lake());
    TestRows leavers =
        TestRows.of(D)
            .each(
                D.source, "two_quarter",
                D.kind, "industry",
                D.respondents, 40L)
            .row(
                D.destination, "47",
                D.title, "Retail trade",
                D.share, 0.2,
                D.shareLow, 0.1,
                D.shareHigh, 0.33,
                D.leavers, 41_000.0,
                D.leaversLow, 30_000.0,
                D.leaversHigh, 52_000.0);
    lake.overwrite(D, leavers.dataset(), new Provenance("run", "", Map.of(), Map.of(), true));
    assertThat(paper("socialcare")).isZero();
    assertThat(read("paper.html")).contains("Where leavers go", "Retail trade", "0.200 (0.100 to");
    assertThat(read("tables/gold.socialcare_destinations.csv")).contains("Retail trade");
  }

  @Test
  void shouldRefuseALakeWithoutATableOfTheStudy() {
    assertThat(paper("socialcare")).isNotZero();
    assertThat(told.toString()).contains("Cannot write up socialcare", "run +gold.socialcare");
  }

  @Test
  void shouldRefuseAStudyThatItDoesNotKnow() {
    assertThat(paper("fisheries")).isNotZero();
    assertThat(told.toString()).contains("'fisheries'", "Say socialcare or careers");
  }

  private void fill(Lake lake) {
    Provenance synthetic = new Provenance("run", "", Map.of(), Map.of(), true);
    TestRows effects =
        TestRows.of(E)
            .each(
                E.outcome, "arrivals_per_resident_month",
                E.sample, "home-months to 2020-02",
                E.term, "turnover",
                E.per, "10 percentage points",
                E.estimate, 0.0037,
                E.stdError, 0.0008,
                E.ciLow, 0.0020,
                E.ciHigh, 0.0054,
                E.pValue, 0.0001,
                E.observations, 7_942L,
                E.clusters, 81L,
                E.variance, "cluster:ttwa",
                E.design, "causal",
                E.why, "wages elsewhere",
                E.formula, "y ~ x",
                E.inputsVersion, "v1")
            .row(
                E.estimator, "iv",
                E.effectiveF, 25.04,
                E.arLow, 0.0018,
                E.arHigh, 0.0057,
                E.arShape, "interval")
            .row(E.estimator, "ols", E.design, "association", E.estimate, -0.0001)
            .row(
                E.estimator,
                "iv",
                E.sample,
                "home-months to 2020-02 by postcode",
                E.observations,
                9_900L)
            .row(E.estimator, "iv", E.outcome, "deaths_per_resident_month", E.observations, 8_800L);
    lake.overwrite(E, effects.dataset(), synthetic);
    lake.overwrite(F, firstStage().dataset(), synthetic);
    TestRows regions =
        TestRows.of(R)
            .each(
                R.months, 12L,
                R.homes, 20L,
                R.staffMonths, 4_000L,
                R.leavers, 100L,
                R.starters, 100L,
                R.residentDays, 90_000L,
                R.arrivals, 240L,
                R.starterRate, 0.3)
            .row(R.region, "London", R.year, 2019, R.turnover, 0.3, R.arrivalRate, 0.97)
            .row(R.region, "East of England", R.year, 2019, R.turnover, 0.2, R.arrivalRate, 1.1)
            .row(R.region, "London", R.year, 2020, R.turnover, 0.9, R.arrivalRate, 0.5);
    lake.overwrite(R, regions.dataset(), synthetic);
  }

  private static TestRows firstStage() {
    return TestRows.of(F)
        .each(
            F.instrument, "log_outside_wage",
            F.term, "log_outside_wage",
            F.estimator, "first_stage",
            F.per, "one unit of the instrument",
            F.why, "wages elsewhere",
            F.inputsVersion, "v1",
            F.outcome, "turnover",
            F.estimate, 1.4,
            F.stdError, 0.1,
            F.observations, 7_942L,
            F.clusters, 81L,
            F.formula, "turnover ~ log_outside_wage | home + region^month",
            F.variance, "cluster:ttwa",
            F.design, "causal")
        .row(F.sample, "home-months to 2020-02")
        .row(F.sample, "staff, residents or not, home-months to 2020-02");
  }

  private int paper(String study) {
    CommandLine command = Application.commandLine();
    PrintWriter out = new PrintWriter(told, true);
    return command
        .setOut(out)
        .setErr(out)
        .execute("paper", study, "--lake", lake(), "--to", folder.resolve("paper").toString());
  }

  private String lake() {
    return folder.resolve("lake").toString();
  }

  private String read(String file) throws java.io.IOException {
    return Files.readString(folder.resolve("paper").resolve(file));
  }
}
