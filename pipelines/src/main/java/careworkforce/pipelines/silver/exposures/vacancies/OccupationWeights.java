package careworkforce.pipelines.silver.exposures.vacancies;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.not;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Column;

/**
 * Shares of care leavers by the occupation that they go to [P]: the order of the occupations is
 * that of the published accounts, the numbers are ours.
 */
final class OccupationWeights {
  private static final Map<String, Double> PI =
      new TreeMap<>(
          Map.of(
              "7111", 0.21, "6141", 0.19, "4159", 0.19, "9272", 0.12, "9233", 0.12, "6125", 0.09,
              "9260", 0.08));

  /** Retail and the NHS have measures of their own. */
  private static final Set<String> MEASURED_APART = Set.of("7111", "6141");

  private OccupationWeights() {}

  /** The weight of a unit group of SOC2010; null for one that nobody goes to. */
  static Column pi(Column occupation) {
    Column[] pairs =
        PI.entrySet().stream()
            .flatMap(of -> java.util.stream.Stream.of(lit(of.getKey()), lit(of.getValue())))
            .toArray(Column[]::new);
    return map(pairs).getItem(occupation);
  }

  /** Whether an occupation counts beside measures of retail and NHS jobs. */
  static Column other(Column occupation) {
    return not(occupation.isin(MEASURED_APART.toArray()));
  }
}
