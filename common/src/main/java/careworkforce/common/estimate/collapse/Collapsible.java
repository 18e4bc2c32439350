package careworkforce.common.estimate.collapse;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.BiasCorrection;
import careworkforce.common.estimate.Collapsing;
import careworkforce.common.estimate.EstimateOptions;
import careworkforce.common.estimate.formula.EffectTerm;
import careworkforce.common.estimate.formula.Expression;
import careworkforce.common.estimate.formula.Piece;
import careworkforce.common.estimate.formula.Specification;
import careworkforce.common.estimate.formula.Term;
import careworkforce.common.estimate.variance.VarianceSpec;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which models sums by cell determine, and the columns that tell cells apart.
 *
 * <p>Taken are least squares, two-stage least squares and limited information, Poisson, logit,
 * probit and cloglog, with iid, HC0, HC1 and one- or multi-way cluster variances. Weights are
 * summed but for HC0 and HC1, where a cell's rows have one weight. Not taken: lags and leads,
 * leverage, distances and serial correlation, the wild bootstrap and bias corrections, which need
 * rows.
 */
public final class Collapsible {
  private static final Set<String> FAMILIES =
      Set.of("gaussian", "poisson", "logit", "probit", "cloglog");

  private final String family;
  private final Specification specification;
  private final EstimateOptions options;

  /** A model. */
  public Collapsible(String family, Specification specification, EstimateOptions options) {
    this.family = family;
    this.specification = specification;
    this.options = options;
  }

  /** Whether the model's fit is a function of sums by cell. */
  public boolean fits() {
    return FAMILIES.contains(family)
        && options.bootstrapDraws() == 0
        && options.biasCorrection() == BiasCorrection.NONE
        && variance()
        && expressions().noneMatch(Expression::shifts);
  }

  /**
   * Whether it may be collapsed as far as the caller's choice goes.
   *
   * @throws UserError if it must be and cannot
   */
  public boolean wanted() {
    if (options.collapsing() == Collapsing.ALWAYS && !fits()) {
      throw UserError.usage(
          "collapse the rows of '" + specification.text() + "'",
          "its fit as "
              + family
              + " with variance "
              + options.variance().text()
              + " is no function of sums by cell",
          "Use iid, hetero or cluster, without lags, bootstrap and bias correction, or do not"
              + " collapse");
    }
    return options.collapsing() != Collapsing.NEVER && fits();
  }

  private boolean variance() {
    return options
        .variances()
        .allMatch(
            variance ->
                variance instanceof VarianceSpec.Iid
                    || variance instanceof VarianceSpec.Cluster
                    || variance instanceof VarianceSpec.Hetero robust && robust.kind() < 2);
  }

  private boolean robust() {
    return options.variances().anyMatch(VarianceSpec.Hetero.class::isInstance);
  }

  boolean counts() {
    return family.equals("poisson");
  }

  private Stream<Term> right() {
    return Stream.of(
            specification.regressors(), specification.endogenous(), specification.instruments())
        .flatMap(List::stream);
  }

  private Stream<Expression> expressions() {
    Stream<Expression> ofTerms =
        Stream.concat(Stream.of(specification.outcome()), right())
            .flatMap(term -> term.pieces().stream())
            .filter(Piece.Value.class::isInstance)
            .map(piece -> ((Piece.Value) piece).expression());
    return Stream.concat(
        ofTerms, specification.effects().stream().flatMap(e -> e.slopes().stream()));
  }

  /** Columns whose values rows of a cell share. */
  public Set<String> keys() {
    Set<String> keys = new LinkedHashSet<>();
    right().flatMap(term -> term.pieces().stream()).forEach(piece -> keys.addAll(columns(piece)));
    for (EffectTerm effect : specification.effects()) {
      keys.addAll(effect.columns());
      effect.slopes().forEach(slope -> keys.addAll(slope.columns()));
    }
    options
        .forDesign()
        .clusters()
        .forEach(cluster -> keys.addAll(List.of(cluster.split("\\^", -1))));
    add(keys, options.offset());
    if (robust()) {
      add(keys, options.weights());
    }
    return keys;
  }

  private static void add(Set<String> columns, @Nullable String column) {
    if (column != null) {
      columns.add(column);
    }
  }

  /** Every column that is read. */
  public Set<String> columns() {
    Set<String> all = new LinkedHashSet<>(keys());
    specification.outcome().pieces().forEach(piece -> all.addAll(columns(piece)));
    add(all, options.weights());
    return all;
  }

  private static Set<String> columns(Piece piece) {
    Set<String> columns = new LinkedHashSet<>();
    if (piece instanceof Piece.Indicator indicator) {
      columns.add(indicator.factor());
      add(columns, indicator.by());
    } else {
      columns.addAll(((Piece.Value) piece).expression().columns());
    }
    return columns;
  }
}
