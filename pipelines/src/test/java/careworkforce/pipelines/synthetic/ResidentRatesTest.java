package careworkforce.pipelines.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.pipelines.synthetic.care.Employer;
import careworkforce.pipelines.synthetic.care.Turnover;
import careworkforce.pipelines.synthetic.residents.AddressMonth;
import careworkforce.pipelines.synthetic.residents.Admission;
import careworkforce.pipelines.synthetic.residents.Arrival;
import careworkforce.pipelines.synthetic.residents.RegisteredDeath;
import careworkforce.pipelines.synthetic.residents.ResidentsStory;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Residents of a small world against what was planted. */
class ResidentRatesTest {
  private static final WorldSettings WORLD =
      Overheard.world(
          Map.of(
              "synthetic.scale", "0.01",
              "synthetic.from", "\"2016-01\"",
              "synthetic.to", "\"2017-12\""));
  private static Overheard heard = new Overheard();

  @BeforeAll
  static void tell() {
    heard = Overheard.all(new ResidentsStory(WORLD));
  }

  @Test
  void shouldArriveAtTheRateOfTheirHomesWhenNotInHospital() {
    double expected = 0;
    for (int index = 0; index < WORLD.homes(); index++) {
      Employer home = Employer.of(WORLD, index);
      Turnover turnover = Turnover.of(WORLD, home);
      for (int t = 0; t < WORLD.months(); t++) {
        expected += turnover.arrivals(t) * home.residents();
      }
    }
    // Places stand empty some 20 days in three years, and residents are in hospital 1.5% of days.
    double atRisk = expected * 0.985 * (1 - 20 / (20 + 365 / 0.3));
    assertThat((double) heard.tally("ae_arrivals"))
        .isBetween(atRisk - 5 * Math.sqrt(atRisk), atRisk + 5 * Math.sqrt(atRisk));
  }

  @Test
  void shouldAdmitSeventyOfNinetyEightAndBringEightInTenByAmbulance() {
    NhsRatesTest.assertShare(
        heard.tally("emergency_admissions"), heard.tally("ae_arrivals"), 0.70 / 0.98);
    long unplanned = heard.of(Arrival.class).stream().filter(a -> a.category() != 2).count();
    long ambulance = heard.of(Arrival.class).stream().filter(Arrival::ambulance).count();
    NhsRatesTest.assertShare(ambulance, unplanned, 0.8);
  }

  @Test
  void shouldMissTwentyTwoInAHundredForAsLongAsTheyLive() {
    NhsRatesTest.assertShare(heard.tally("residents_missed"), heard.tally("residents"), 0.22);
    Set<String> found = new HashSet<>();
    heard.of(AddressMonth.class).forEach(a -> found.add(a.resident().token()));
    for (Arrival arrival : heard.of(Arrival.class)) {
      if (!arrival.resident().linked()) {
        assertThat(found).doesNotContain(arrival.resident().token());
      }
    }
  }

  @Test
  void shouldDieAtThreeInTenAYear() {
    double years = heard.tally("resident_days") / 365.25;
    assertThat(heard.tally("resident_deaths") / years).isBetween(0.27, 0.33);
  }

  @Test
  void shouldNotArriveWhileInHospital() {
    Map<String, java.time.LocalDate[]> stays = new HashMap<>();
    for (Admission stay : heard.of(Admission.class)) {
      stays.put(
          stay.resident().token() + stay.admitted(),
          new java.time.LocalDate[] {stay.admitted(), stay.discharged()});
    }
    for (Admission stay : heard.of(Admission.class)) {
      for (Arrival arrival : arrivals(stay)) {
        boolean inside =
            arrival.date().isAfter(stay.admitted()) && arrival.date().isBefore(stay.discharged());
        boolean planned = arrival.category() == 2 || !arrival.complete();
        assertThat(inside && !planned).isFalse();
      }
    }
    assertThat(stays).isNotEmpty();
  }

  @Test
  void shouldDischargeNobodyAliveAfterTheirDeathAndPlanNoFollowUpThatCannotCome() {
    Map<String, java.time.LocalDate> deaths = new HashMap<>();
    heard
        .of(RegisteredDeath.class)
        .forEach(death -> deaths.put(death.resident().token(), death.died()));
    long inHospital = 0;
    for (Admission stay : heard.of(Admission.class)) {
      java.time.LocalDate died = deaths.get(stay.resident().token());
      if (died != null) {
        assertThat(stay.discharged()).isBeforeOrEqualTo(died);
        assertThat(stay.died()).isEqualTo(stay.discharged().equals(died));
        inHospital += stay.died() ? 1 : 0;
      }
    }
    assertThat(inHospital).isPositive();
    for (Arrival arrival : heard.of(Arrival.class)) {
      java.time.LocalDate died = deaths.get(arrival.resident().token());
      if (died != null && arrival.category() == 2) {
        assertThat(arrival.date()).isBeforeOrEqualTo(died);
      }
    }
  }

  private static final Map<String, java.util.List<Arrival>> BY_PERSON = new HashMap<>();

  private static java.util.List<Arrival> arrivals(Admission stay) {
    if (BY_PERSON.isEmpty()) {
      for (Arrival arrival : heard.of(Arrival.class)) {
        BY_PERSON
            .computeIfAbsent(arrival.resident().token(), t -> new java.util.ArrayList<>())
            .add(arrival);
      }
    }
    return BY_PERSON.getOrDefault(stay.resident().token(), java.util.List.of());
  }
}
