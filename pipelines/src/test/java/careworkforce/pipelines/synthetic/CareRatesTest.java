package careworkforce.pipelines.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.pipelines.synthetic.care.CareStory;
import careworkforce.pipelines.synthetic.care.Employer;
import careworkforce.pipelines.synthetic.care.LeaverExtract;
import careworkforce.pipelines.synthetic.care.Turnover;
import careworkforce.pipelines.synthetic.care.WorkerExtract;
import careworkforce.pipelines.synthetic.care.WorkplaceExtract;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Care staff of a small world against what was planted. */
class CareRatesTest {
  private static final WorldSettings WORLD =
      Overheard.world(
          Map.of(
              "synthetic.scale", "0.005",
              "synthetic.from", "\"2015-01\"",
              "synthetic.to", "\"2017-12\""));
  private static Overheard heard = new Overheard();

  @BeforeAll
  static void tell() {
    heard = Overheard.all(new CareStory(WORLD));
  }

  @Test
  void shouldLoseStaffWithTheirEmployersPropensity() {
    double expected = 0;
    double homes = 0;
    for (int index = 0; index < WORLD.employers(); index++) {
      Turnover turnover = Turnover.of(WORLD, Employer.of(WORLD, index));
      for (int t = 0; t < WORLD.months(); t++) {
        expected += turnover.propensity(t) / 12;
        homes++;
      }
    }
    long months = heard.tally("care_job_months");
    double rate = heard.tally("care_separations") / (double) months;
    // Sizes of homes are independent of their propensities, but vary: a wider bound than binomial.
    assertThat(rate).isCloseTo(expected / homes, within(0.06 * expected / homes));
  }

  @Test
  void shouldCountTheMonthsInWhichHomesAnswerToNoPull() {
    long atLeast = 0;
    for (int index = 0; index < WORLD.homes(); index++) {
      Turnover turnover = Turnover.of(WORLD, Employer.of(WORLD, index));
      for (int t = 0; t < WORLD.months(); t++) {
        atLeast += turnover.propensity(t) > 0.02 ? 0 : 1;
      }
    }
    assertThat(atLeast).isPositive();
    assertThat(heard.tally("care_home_months_at_least_turnover")).isEqualTo(atLeast);
    assertThat(heard.tally("care_home_months")).isEqualTo((long) WORLD.homes() * WORLD.months());
  }

  @Test
  void shouldLeaveEightInAHundredPostsVacant() {
    double vacant = heard.tally("care_vacant_months");
    assertThat(vacant / (vacant + heard.tally("care_job_months"))).isBetween(0.06, 0.10);
  }

  @Test
  void shouldShowMoversAgainUnderAnotherWorkerIdAndTheSamePersonKey() {
    Map<String, Set<Long>> jobs = new HashMap<>();
    for (WorkerExtract row : heard.of(WorkerExtract.class)) {
      String key = row.job().worker().personKey();
      if (!key.isEmpty()) {
        jobs.computeIfAbsent(key, k -> new HashSet<>()).add(row.job().workerId());
      }
    }
    assertThat(jobs.values()).anyMatch(ids -> ids.size() > 1);
  }

  @Test
  void shouldShowEveryLeaverInTheWorkerFilesOfTheTimeUnlessTooShortThere() {
    Set<Long> workers = new HashSet<>();
    heard.of(WorkerExtract.class).forEach(row -> workers.add(row.job().workerId()));
    List<LeaverExtract> leavers = heard.of(LeaverExtract.class);
    assertThat(leavers).isNotEmpty();
    for (LeaverExtract leaver : leavers) {
      int start = 12 * leaver.job().start().getYear() + leaver.job().start().getMonthValue() - 1;
      int end = 12 * leaver.deleted().getYear() + leaver.deleted().getMonthValue() - 1;
      boolean extracted = false;
      for (int m = Math.max(start, WORLD.from()); m < end; m++) {
        extracted |= WORLD.ascwdsExtract(m) && leaver.job().employer().reports(m);
      }
      assertThat(workers.contains(leaver.job().workerId())).isEqualTo(extracted);
    }
  }

  @Test
  void shouldRepeatEveryLeaverInEachLaterExtractWhileTheEmployerReports() {
    Map<Long, Integer> first = new HashMap<>();
    Map<Long, Integer> times = new HashMap<>();
    for (LeaverExtract leaver : heard.of(LeaverExtract.class)) {
      first.merge(leaver.job().workerId(), leaver.month(), Math::min);
      times.merge(leaver.job().workerId(), 1, Integer::sum);
    }
    for (LeaverExtract leaver : heard.of(LeaverExtract.class)) {
      Employer employer = leaver.job().employer();
      int expected = 0;
      for (int m = first.getOrDefault(leaver.job().workerId(), 0); m <= WORLD.to(); m++) {
        expected += WORLD.ascwdsExtract(m) && employer.reports(m) ? 1 : 0;
      }
      assertThat(times.get(leaver.job().workerId())).isEqualTo(expected);
    }
  }

  /** Old totals are repeated; the workers are as they are, and to tell of them is to amend. */
  @Test
  void shouldAmendARecordWhenItsWorkersChange() {
    Map<Integer, Map<Integer, Set<Long>>> workers = new HashMap<>();
    for (WorkerExtract row : heard.of(WorkerExtract.class)) {
      workers
          .computeIfAbsent(row.job().employer().index(), e -> new HashMap<>())
          .computeIfAbsent(row.month(), m -> new HashSet<>())
          .add(row.job().workerId());
    }
    Map<Integer, WorkplaceExtract> before = new HashMap<>();
    int repeated = 0;
    for (WorkplaceExtract row : heard.of(WorkplaceExtract.class)) {
      int employer = row.employer().index();
      WorkplaceExtract last = before.put(employer, row);
      if (last != null && row.told() < row.month()) {
        Map<Integer, Set<Long>> months = workers.getOrDefault(employer, Map.of());
        if (!Objects.equals(months.get(last.month()), months.get(row.month()))) {
          assertThat(row.amended()).isGreaterThan(last.month());
          repeated++;
        }
      }
    }
    assertThat(repeated).isPositive();
  }

  @Test
  void shouldStandEachAtAPostcodeOfItsOwnThatCouldBeOneAtTheSizeOfEngland() {
    WorldSettings england = Overheard.world(Map.of("synthetic.scale", "1"));
    Set<String> postcodes = new HashSet<>();
    for (int index = 0; index < england.employers(); index += 7) {
      String postcode = Employer.of(england, index).postcode();
      assertThat(postcode).matches("ZX[1-9][0-9]? [0-9][ABD-HJLNP-UW-Z]{2}");
      assertThat(postcodes.add(postcode)).isTrue();
    }
    assertThat(Employer.of(england, 25).postcode()).isEqualTo("ZX3 5AA");
  }

  @Test
  void shouldReportAboutHalfOfEmployersAndKeyAllButSevenInAHundred() {
    Set<Integer> reporting = new HashSet<>();
    Set<Long> keyless = new HashSet<>();
    Set<Long> all = new HashSet<>();
    for (WorkerExtract row : heard.of(WorkerExtract.class)) {
      if (row.job().employer().kind() != Employer.Kind.TEST && row.month() == WORLD.to()) {
        reporting.add(row.job().employer().index());
      }
      all.add(row.job().worker().id());
      if (row.job().worker().personKey().isEmpty()) {
        keyless.add(row.job().worker().id());
      }
    }
    NhsRatesTest.assertShare(reporting.size(), WORLD.employers(), 0.5);
    NhsRatesTest.assertShare(keyless.size(), all.size(), WORLD.rate(Trap.NO_PERSON_KEY));
  }
}
