package careworkforce.pipelines.gold.careers.drivers;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;
import careworkforce.pipelines.gold.Estimable;
import careworkforce.pipelines.gold.Evidence;
import careworkforce.pipelines.gold.FewClusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way to estimate the headline numbers.
 *
 * @param name short
 * @param meaning what is done otherwise
 * @param cells its sample
 * @param weights column of weights
 * @param cluster column of clusters
 * @param regressors beside sickness, policy and, but for moves between groups, house price
 * @param policyTerm whose coefficient stands for the policy
 * @param policyOnly whether the others are no question to it
 */
record RobustnessVariant(
    String name,
    String meaning,
    Frame cells,
    String weights,
    String cluster,
    List<String> regressors,
    String policyTerm,
    boolean policyOnly) {
  private static final double THOUSAND = 1_000;

  /** An estimate with what it stands on. */
  record Result(Coefficient effect, Evidence evidence) {}

  static RobustnessVariant of(String name, String meaning, Frame cells) {
    return new RobustnessVariant(
        name,
        meaning,
        cells,
        RobustnessCells.PERSONS,
        RobustnessCells.TRUST,
        List.of(),
        RobustnessCells.POLICY,
        false);
  }

  RobustnessVariant weighted(String column) {
    return new RobustnessVariant(
        name, meaning, cells, column, cluster, regressors, policyTerm, policyOnly);
  }

  RobustnessVariant clustered(String column) {
    return new RobustnessVariant(
        name, meaning, cells, weights, column, regressors, policyTerm, policyOnly);
  }

  RobustnessVariant withRegressor(String column) {
    return new RobustnessVariant(
        name, meaning, cells, weights, cluster, List.of(column), policyTerm, policyOnly);
  }

  /** House prices of a column in the place of those of the trust's district. */
  RobustnessVariant priced(String column) {
    Frame priced = cells.with(TrustExposures.HOUSE_PRICE, cells.numbers(column));
    return new RobustnessVariant(
        name, meaning, priced, weights, cluster, regressors, policyTerm, policyOnly);
  }

  RobustnessVariant onlyPolicy(String term) {
    return new RobustnessVariant(name, meaning, cells, weights, cluster, regressors, term, true);
  }

  /** Person-months of which some columns are all known, whatever they weigh. */
  long personMonths(List<String> known) {
    double[] persons = cells.numbers(RobustnessCells.PERSONS);
    double[][] columns = known.stream().map(cells::numbers).toArray(double[][]::new);
    double sum = 0;
    for (int i = 0; i < persons.length; i++) {
      int row = i;
      sum += Arrays.stream(columns).allMatch(c -> Double.isFinite(c[row])) ? persons[i] : 0;
    }
    return Math.round(sum);
  }

  @Nullable Result policy() {
    return result(RobustnessCells.MOVES, policyTerm, cluster);
  }

  /** Prices are those of a place: clusters are travel-to-work areas where others are trusts. */
  @Nullable Result housePrice() {
    String places = cluster.equals(RobustnessCells.TRUST) ? TrustExposures.TTWA : cluster;
    return policyOnly
        ? null
        : result(RobustnessCells.TRUST_MOVES, TrustExposures.HOUSE_PRICE, places);
  }

  @Nullable Result sickness() {
    return policyOnly ? null : result(RobustnessCells.LEAVING, RobustnessCells.ILL, cluster);
  }

  /** Null where outcome or term do not vary, or the effects leave nothing of the term. */
  private @Nullable Result result(String outcome, String term, String clusters) {
    List<String> terms = new ArrayList<>(regressors);
    for (String column : asked(outcome)) {
      if (varies(column)) {
        terms.add(column);
      }
    }
    if (!terms.contains(term) || !varies(term) || !varies(outcome) || !several(clusters)) {
      return null;
    }
    String formula =
        outcome + " ~ " + String.join(" + ", terms) + " | organisation + quarter + level2";
    Fit fit =
        Estimable.telling(
            term, () -> FewClusters.fit(Estimate.ols(formula, cells).weights(weights), clusters));
    return fit != null
        ? new Result(
            FewClusters.coefficient(fit, term).times(THOUSAND),
            Evidence.of(fit, personMonths(and(terms, outcome))))
        : null;
  }

  /** The house price stands beside events that are asked for by it alone, as in the hazards. */
  private static List<String> asked(String outcome) {
    return outcome.equals(RobustnessCells.MOVES)
        ? List.of(RobustnessCells.ILL, RobustnessCells.POLICY)
        : List.of(RobustnessCells.ILL, RobustnessCells.POLICY, TrustExposures.HOUSE_PRICE);
  }

  private static List<String> and(List<String> terms, String outcome) {
    List<String> all = new ArrayList<>(terms);
    all.add(outcome);
    return all;
  }

  private boolean varies(String column) {
    return Arrays.stream(cells.numbers(column)).filter(Double::isFinite).distinct().count() > 1;
  }

  private boolean several(String column) {
    return Arrays.stream(cells.column(column).codes().values())
            .filter(c -> c >= 0)
            .distinct()
            .count()
        > 1;
  }
}
