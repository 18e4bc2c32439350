package careworkforce.pipelines.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.pipelines.synthetic.nhs.AssignmentMonth;
import careworkforce.pipelines.synthetic.nhs.NhsStory;
import careworkforce.pipelines.synthetic.nhs.SicknessDays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rates of a small NHS within four binomial standard errors of what was planted. */
class NhsRatesTest {
  private static final WorldSettings WORLD =
      Overheard.world(
          Map.of(
              "synthetic.scale", "0.004",
              "synthetic.from", "\"2014-01\"",
              "synthetic.to", "\"2016-12\""));
  private static Overheard heard = new Overheard();
  private static List<AssignmentMonth> main = List.of();

  @BeforeAll
  static void tell() {
    heard = Overheard.all(new NhsStory(WORLD));
    main =
        heard.of(AssignmentMonth.class).stream()
            .filter(row -> !row.number().endsWith("-91") && !row.number().endsWith("-92"))
            .toList();
  }

  static void assertShare(long successes, long trials, double planted) {
    double error = Math.sqrt(planted * (1 - planted) / trials);
    assertThat(successes / (double) trials)
        .as("%d of %d, planted %s", successes, trials, planted)
        .isBetween(planted - 4 * error, planted + 4 * error);
  }

  @Test
  void shouldHaveFiftyTwoThirtyTwoSixteenOfStaffAtTheStart() {
    Map<String, Long> counts = new HashMap<>();
    long all = 0;
    for (AssignmentMonth row : main) {
      if (row.month() == WORLD.from() && !row.training()) {
        counts.merge(level(row), 1L, Long::sum);
        all++;
      }
    }
    assertShare(counts.getOrDefault("clinical", 0L), all, 0.52);
    assertShare(counts.getOrDefault("support", 0L), all, 0.32);
    assertShare(counts.getOrDefault("infrastructure", 0L), all, 0.16);
  }

  @Test
  void shouldHaveMoreFteThanHeadcountInClinicalStaffAndLessInSupport() {
    Map<String, Long> hundredths = new HashMap<>();
    long all = 0;
    for (AssignmentMonth row : main) {
      if (row.month() == WORLD.from() && !row.training()) {
        hundredths.merge(level(row), (long) row.fte(), Long::sum);
        all += row.fte();
      }
    }
    // Of whole persons: somewhat fewer than there are, so a little stricter than four errors.
    assertShare(hundredths.getOrDefault("clinical", 0L) / 100, all / 100, 0.54);
    assertShare(hundredths.getOrDefault("support", 0L) / 100, all / 100, 0.30);
    assertShare(hundredths.getOrDefault("infrastructure", 0L) / 100, all / 100, 0.16);
  }

  private static String level(AssignmentMonth row) {
    return switch (row.occupation().group()) {
      case "NURSING_SUPPORT", "STT_SUPPORT", "AMBULANCE_SUPPORT", "NURSING_LEARNERS" -> "support";
      case "CLERICAL" ->
          row.occupation().role().equals("ward clerk") ? "support" : "infrastructure";
      case "ESTATES", "MANAGERS" -> "infrastructure";
      default -> "clinical";
    };
  }

  @Test
  void shouldLoseConsultantsNursesAndAssistantsAtThePlantedMonthlyRates() {
    assertShare(exits("consultant"), months("consultant"), 0.004);
    assertShare(exits("adult nurse"), months("adult nurse"), 0.008);
    assertShare(exits("healthcare assistant"), months("healthcare assistant"), 0.012);
  }

  private static long months(String role) {
    return main.stream()
        .filter(row -> row.occupation().role().equals(role) && row.month() < WORLD.to())
        .count();
  }

  private static long exits(String role) {
    return main.stream()
        .filter(row -> row.occupation().role().equals(role))
        .filter(row -> row.leaving() != null)
        .filter(row -> !row.leaving().destination().equals("NHS Organisation"))
        .count();
  }

  @Test
  void shouldPlantGapsFlickersAndReturnsAtTheirRates() {
    long months = heard.tally("nhs_person_months");
    assertShare(
        heard.tally("trap_payroll_absence"),
        months + heard.tally("trap_payroll_absence"),
        WORLD.rate(Trap.PAYROLL_ABSENCE));
    assertThat(heard.tally("trap_occupation_flicker")).isPositive();
    assertThat(heard.tally("trap_return_after_leaving")).isPositive();
    assertThat(heard.tally("trap_main_swap")).isPositive();
  }

  /** NHS Sickness Absence Rates: 4 to 5% in the 2010s, 4.3% in 2019. */
  @Test
  void shouldLoseFourPointThreeOfAHundredDaysToSickness() {
    // Nobody is sick already when the world begins.
    List<SicknessDays> later =
        heard.of(SicknessDays.class).stream()
            .filter(days -> days.month() >= WORLD.from() + 12)
            .toList();
    double lost = later.stream().mapToLong(SicknessDays::lost).sum();
    double days = later.stream().mapToLong(SicknessDays::available).sum();
    assertThat(lost / days).isBetween(0.041, 0.045);
  }

  @Test
  void shouldNeverGiveAPersonTwoMainAssignmentsInAMonth() {
    Set<String> seen = new HashSet<>();
    for (AssignmentMonth row : main) {
      assertThat(seen.add(row.person().id() + " " + row.month())).isTrue();
    }
  }

  @Test
  void shouldRenameATrustWhenItMergesWithoutMovingItsStaff() {
    long renamed =
        main.stream()
            .filter(row -> row.trust().code().equals("RV8"))
            .filter(row -> row.trust().codeIn(row.month()).equals("R1K"))
            .count();
    assertThat(renamed).isPositive();
    assertThat(heard.tally("trap_merger_new_assignment")).isPositive();
  }

  @Test
  void shouldGoOnInAnotherTrustWhenPromotedToOne() {
    Map<Long, AssignmentMonth> before = new HashMap<>();
    int moves = 0;
    for (AssignmentMonth row : main) {
      AssignmentMonth last = before.put(row.person().id(), row);
      if (last != null && last.leaving() != null && last.leaving().reason().endsWith("Promotion")) {
        assertThat(row.trust().codeIn(row.month())).isNotEqualTo(last.trust().codeIn(row.month()));
        moves++;
      }
    }
    assertThat(moves).isPositive();
  }

  @Test
  void shouldReissueOccupationCodesForStaffWhoDoNotMove() {
    Set<String> codes = new HashSet<>();
    main.stream()
        .filter(row -> row.occupation().role().equals("biomedical scientist"))
        .forEach(row -> codes.add(row.occupation().codeIn(row.month())));
    assertThat(codes).containsExactlyInAnyOrder("T3A", "UEA");
  }

  @Test
  void shouldPayPartTimersInProportion() {
    assertThat(main)
        .filteredOn(row -> row.fte() == 50 && row.occupation().banded())
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.basicPay()).isBetween(60_000L, 450_000L));
  }
}
