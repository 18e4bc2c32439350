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
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One way to estimate the headline numbers.
 *
 * @param name short
 * @param meaning what is done otherwise
 * @param cells its sample
 * @param weights column of weights
 * @param cluster column of clusters
 * @param regressors beside those of the headline
 * @param policyTerm whose coefficient stands for the policy
 * @param asked of which numbers it is a question
 */
record RobustnessVariant(
    String name,
    String meaning,
    Frame cells,
    String weights,
    String cluster,
    List<String> regressors,
    String policyTerm,
    Set<Headline> asked) {
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
        EnumSet.allOf(Headline.class));
  }

  RobustnessVariant weighted(String column) {
    return new RobustnessVariant(
        name, meaning, cells, column, cluster, regressors, policyTerm, asked);
  }

  RobustnessVariant clustered(String column) {
    return new RobustnessVariant(
        name, meaning, cells, weights, column, regressors, policyTerm, asked);
  }

  RobustnessVariant withRegressor(String column) {
    return new RobustnessVariant(
        name, meaning, cells, weights, cluster, List.of(column), policyTerm, asked);
  }

  /** House prices of a column in the place of those of the trust's district; of them alone. */
  RobustnessVariant priced(String column) {
    Frame priced = cells.with(TrustExposures.HOUSE_PRICE, cells.numbers(column));
    return new RobustnessVariant(
        name,
        meaning,
        priced,
        weights,
        cluster,
        regressors,
        policyTerm,
        EnumSet.of(Headline.HOUSE_PRICE));
  }

  RobustnessVariant onlyPolicy(String term) {
    return new RobustnessVariant(
        name, meaning, cells, weights, cluster, regressors, term, EnumSet.of(Headline.POLICY));
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

  /** What it finds of each number that is asked for; of one without variation nothing. */
  Map<Headline, Result> results() {
    Map<Headline, Result> results = new EnumMap<>(Headline.class);
    for (String outcome : asked.stream().map(headline -> headline.outcome).distinct().toList()) {
      List<String> terms = terms(outcome);
      List<Headline> told =
          asked.stream().filter(h -> h.outcome.equals(outcome) && terms.contains(term(h))).toList();
      Fit fit = told.isEmpty() ? null : fit(outcome, terms);
      if (fit != null) {
        Evidence evidence = Evidence.of(fit, personMonths(and(terms, outcome)));
        for (Headline headline : told) {
          Coefficient effect = coefficient(fit, term(headline));
          if (effect != null) {
            results.put(headline, new Result(effect.times(THOUSAND), evidence));
          }
        }
      }
    }
    return results;
  }

  private String term(Headline headline) {
    return headline == Headline.POLICY ? policyTerm : headline.column;
  }

  /** Regressors that vary. */
  private List<String> terms(String outcome) {
    return Stream.concat(regressors.stream(), Headline.beside(outcome).stream())
        .filter(this::varies)
        .toList();
  }

  private @Nullable Fit fit(String outcome, List<String> terms) {
    String clusters = clusters(outcome);
    if (!varies(outcome) || !several(clusters)) {
      return null;
    }
    String formula =
        outcome + " ~ " + String.join(" + ", terms) + " | organisation + quarter + level2";
    return Estimable.orNull(
        () -> FewClusters.fit(Estimate.ols(formula, cells).weights(weights), clusters));
  }

  /** Prices are those of a place: clusters are travel-to-work areas where others are trusts. */
  private String clusters(String outcome) {
    return outcome.equals(RobustnessCells.TRUST_MOVES) && cluster.equals(RobustnessCells.TRUST)
        ? TrustExposures.TTWA
        : cluster;
  }

  /** Null where the effects leave nothing of the term. */
  private static @Nullable Coefficient coefficient(Fit fit, String term) {
    return Estimable.orNull(() -> FewClusters.coefficient(fit, term));
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
