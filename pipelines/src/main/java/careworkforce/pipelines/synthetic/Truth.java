package careworkforce.pipelines.synthetic;

import careworkforce.pipelines.synthetic.care.HomePay;
import careworkforce.pipelines.synthetic.nhs.NhsTruth;
import careworkforce.pipelines.synthetic.nhs.NurseTraining;
import careworkforce.pipelines.synthetic.nhs.Occupation;
import java.util.Map;
import java.util.TreeMap;

/**
 * The planted numbers of {@code truth.json}: what estimates are to recover, and what was counted.
 */
final class Truth {
  private final TreeMap<String, Number> numbers = new TreeMap<>();

  /** What each pull adds to a propensity above its least. */
  private final TreeMap<String, Double> pulls = new TreeMap<>();

  private Truth() {}

  /** The planted numbers of a world, before it is told. */
  static Truth of(WorldSettings world) {
    Truth truth = new Truth();
    Mechanism planted = world.mechanism();
    truth.numbers.put(
        "turnover_effect_on_arrivals_per_10pp",
        java.math.BigDecimal.valueOf(planted.turnoverEffect()).movePointLeft(1));
    truth.numbers.put("phi", planted.wagePull());
    truth.numbers.put("beta", planted.turnoverEffect());
    truth.numbers.put("psi", planted.shockOnTurnover());
    truth.numbers.put("gamma", planted.shockOnArrivals());
    truth.numbers.put("mean_turnover", planted.turnover());
    truth.numbers.put("outside_wage_sd", planted.wageSpread());
    truth.numbers.put("arrivals_per_resident_month", planted.arrivals());
    truth.numbers.put("match_false_negatives", world.linkMissed());
    SupplyEffects supply = world.supply();
    truth.pulls.put("outside_wage_on_turnover", planted.wagePull());
    truth.pulls.put("retail_opening_effect", supply.retailOpenings());
    truth.pulls.put("vacancies_on_turnover", supply.vacancies());
    truth.pulls.put("nhs_openings_on_turnover", supply.nhsOpenings());
    truth.pulls.put("own_wage_on_turnover", supply.ownWage());
    truth.pulls.put("own_wage_on_turnover_ignoring_levels", HomePay.ignoringLevels(supply));
    truth.pulls.put(
        "own_wage_elasticity_of_employment", -2 * supply.ownWage() / planted.turnover());
    truth.numbers.put("turnover_on_satisfaction", world.users().turnover());
    truth.numbers.put("ascwds_reporting_at_first", world.reporting());
    truth.numbers.put("occupation_moves_per_year", world.moves());
    CareerEffects careers = world.careers();
    truth.numbers.put("careers_policy_on_moves", careers.policyOnMoves());
    truth.numbers.put("careers_well_being_policy_on_moves", 0);
    truth.numbers.put("careers_parenthood_on_moves", careers.parenthoodOnMoves());
    truth.numbers.put("careers_house_price_on_trust_moves", careers.housePriceOnTrustMoves());
    truth.numbers.put("careers_sickness_on_leaving", careers.sicknessOnLeaving());
    truth.numbers.put("careers_move_on_leaving", careers.moveOnLeaving());
    truth.numbers.putAll(NhsTruth.numbers(world));
    for (Occupation occupation : Occupation.ALL) {
      switch (occupation.role()) {
        case "consultant" -> truth.numbers.put("consultant_monthly_leave", occupation.leave());
        case "adult nurse" -> truth.numbers.put("nurse_monthly_leave", occupation.leave());
        case "healthcare assistant" -> truth.numbers.put("hca_monthly_leave", occupation.leave());
        default -> {}
      }
    }
    for (int year = Math.floorDiv(world.from(), 12);
        year <= Math.floorDiv(world.to(), 12);
        year++) {
      truth.numbers.put("pipe_share_" + year, rounded(NurseTraining.pipeShare(12 * year)));
    }
    truth.numbers.put("seed", world.seed());
    truth.numbers.put("scale", world.scale());
    for (Trap trap : Trap.values()) {
      truth.numbers.put(trap.tally(), 0L);
    }
    return truth;
  }

  private static double rounded(double share) {
    return Math.round(share * 1e6) / 1e6;
  }

  /** Adds what a story counted. */
  void count(Map<String, Long> tallies) {
    tallies.forEach(
        (name, count) -> {
          Number before = numbers.getOrDefault(name, 0L);
          numbers.put(name, before.longValue() + count);
        });
  }

  /**
   * The share of months of care homes in which the propensity to leave answers to pulls. Of pulls
   * that are normal, least squares finds the pull times this share (Stein 1981).
   */
  private double answering() {
    double months = numbers.getOrDefault("care_home_months", 0).doubleValue();
    double atLeast = numbers.getOrDefault("care_home_months_at_least_turnover", 0).doubleValue();
    return months > 0 ? 1 - atLeast / months : 1;
  }

  /** A flat JSON object, sorted by name. */
  String json() {
    TreeMap<String, Number> all = new TreeMap<>(numbers);
    pulls.forEach((name, pull) -> all.put(name, rounded(pull * answering())));
    StringBuilder json = new StringBuilder("{\n  \"synthetic\": true");
    all.forEach((name, value) -> json.append(",\n  \"").append(name).append("\": ").append(value));
    return json.append("\n}\n").toString();
  }
}
