package careworkforce.common.estimate.decompose;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.data.Column;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.data.Levels;
import careworkforce.common.estimate.formula.Formula;
import careworkforce.common.estimate.formula.Specification;
import careworkforce.common.estimate.variance.VarianceSpec;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The regressions of both groups.
 *
 * @param first of the first level
 * @param second of the second level
 * @param firstName the first level
 * @param secondName the second level
 * @param fixed whether means of regressors count as known
 */
record GroupPair(
    GroupFit first, GroupFit second, String firstName, String secondName, boolean fixed) {

  static GroupPair of(
      Formula formula, Frame data, String group, UnaryOperator<Estimate> settings, boolean fixed) {
    Specification specification = one(formula);
    Column.Codes codes = data.column(group).codes();
    if (codes.levels().size() != 2) {
      throw UserError.usage(
          "decompose the gap by '" + group + "'",
          "it has " + codes.levels().size() + " levels",
          "Give a column with two");
    }
    GroupFit[] fits = new GroupFit[2];
    for (int g = 0; g < 2; g++) {
      int level = g;
      int[] rows =
          IntStream.range(0, data.rows()).filter(i -> codes.values()[i] == level).toArray();
      Frame own = data.take(rows);
      Estimate estimate = settings.apply(Estimate.ols(formula.text(), own));
      requireOneClustering(estimate.options().variance());
      Levels all = clusters(data, estimate.options().variance());
      fits[g] =
          GroupFit.of(
              specification,
              own,
              estimate.options(),
              codes.levels().get(g),
              all == null ? null : of(rows, all));
    }
    if (!fits[0].names().equals(fits[1].names())) {
      throw UserError.checks(
          "decompose '" + formula.text() + "'",
          "the groups' regressors differ: " + fits[0].names() + " and " + fits[1].names(),
          "Use levels that both groups have");
    }
    return new GroupPair(fits[0], fits[1], codes.levels().get(0), codes.levels().get(1), fixed);
  }

  /** Clusters of all rows, {@code a^b} for combinations, the missing as one more; null without. */
  private static @Nullable Levels clusters(Frame data, VarianceSpec variance) {
    if (variance.clusterColumns().isEmpty()) {
      return null;
    }
    List<Column.Codes> parts =
        Arrays.stream(variance.clusterColumns().get(0).split("\\^"))
            .map(part -> data.column(part).codes())
            .toList();
    return Levels.combine(
        parts.stream().map(p -> Arrays.stream(p.values()).map(code -> code + 1).toArray()).toList(),
        parts.stream().mapToInt(part -> part.levels().size() + 1).toArray());
  }

  private static Levels of(int[] rows, Levels all) {
    return new Levels(Arrays.stream(rows).map(row -> all.codes()[row]).toArray(), all.count());
  }

  private static Specification one(Formula formula) {
    List<Specification> all = formula.specifications();
    Specification specification = all.get(0);
    if (all.size() > 1
        || !specification.intercept()
        || !specification.effects().isEmpty()
        || specification.instrumented()) {
      throw UserError.usage(
          "decompose '" + formula.text() + "'",
          "it is not one regression with a constant and without effects or instruments",
          "Write outcome ~ regressors, effects as i(column)");
    }
    return specification;
  }

  /** Means of regressors have variances by row or by one clustering only. */
  private static void requireOneClustering(VarianceSpec variance) {
    boolean known =
        variance instanceof VarianceSpec.Iid
            || variance instanceof VarianceSpec.Hetero
            || (variance instanceof VarianceSpec.Cluster c && c.columns().size() == 1);
    if (!known) {
      throw UserError.usage(
          "decompose with variance '" + variance.text() + "'",
          "means of regressors have none of that kind",
          "Use iid, hetero, or cluster by one column");
    }
  }

  /** Number of regressors, the constant among them. */
  int size() {
    return first.means().length;
  }
}
