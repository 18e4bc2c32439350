package careworkforce.common.estimate.distributed;

import careworkforce.common.estimate.BiasCorrection;
import careworkforce.common.estimate.EstimateOptions;
import careworkforce.common.estimate.data.SparkFrames;
import careworkforce.common.estimate.formula.EffectTerm;
import careworkforce.common.estimate.formula.Expression;
import careworkforce.common.estimate.formula.Piece;
import careworkforce.common.estimate.formula.Specification;
import careworkforce.common.estimate.formula.Term;
import careworkforce.common.estimate.variance.VarianceSpec;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** What can be fitted where the rows are, and which columns that needs. */
final class Distributable {
  private static final Set<String> LIKELIHOODS = Set.of("poisson", "logit", "probit", "cloglog");
  private static final Set<String> SHIFTS = Set.of("l", "f", "d");

  private final Specification specification;
  private final EstimateOptions options;

  Distributable(Specification specification, EstimateOptions options) {
    this.specification = specification;
    this.options = options;
  }

  /** Whether the model, its variance and its columns are such as sums over blocks give. */
  boolean fits(String family, StructType schema) {
    return (family.equals("gaussian")
            || LIKELIHOODS.contains(family) && !specification.instrumented())
        && options.biasCorrection() == BiasCorrection.NONE
        && options.bootstrapDraws() == 0
        && plainEffects()
        && plainVariance()
        && terms().allMatch(Distributable::plain)
        && exist(numbers(), numeric(schema))
        && exist(groups(), Set.of(schema.fieldNames()));
  }

  /** Every column that is read. */
  Set<String> columns() {
    Set<String> all = new LinkedHashSet<>(groups());
    all.addAll(numbers());
    return all;
  }

  private boolean plainEffects() {
    return !specification.effects().isEmpty()
        && specification.effects().stream().allMatch(e -> e.slopes().isEmpty() && e.intercept());
  }

  private boolean plainVariance() {
    VarianceSpec variance = options.variance();
    return variance instanceof VarianceSpec.Iid
        || variance instanceof VarianceSpec.Cluster
        || variance instanceof VarianceSpec.Hetero hetero && hetero.kind() < 2;
  }

  private Stream<Term> terms() {
    return Stream.of(
            List.of(specification.outcome()),
            specification.regressors(),
            specification.endogenous(),
            specification.instruments())
        .flatMap(List::stream);
  }

  private static boolean plain(Term term) {
    return term.pieces().stream()
        .allMatch(p -> p instanceof Piece.Value value && !shifts(value.expression()));
  }

  private static boolean shifts(Expression expression) {
    if (expression instanceof Expression.Call call) {
      return SHIFTS.contains(call.function())
          || call.arguments().stream().anyMatch(Distributable::shifts);
    }
    return expression instanceof Expression.Binary binary
        && (shifts(binary.left()) || shifts(binary.right()));
  }

  private Set<String> numbers() {
    Set<String> numbers = new LinkedHashSet<>();
    terms()
        .flatMap(t -> t.pieces().stream())
        .filter(Piece.Value.class::isInstance)
        .forEach(p -> numbers.addAll(((Piece.Value) p).expression().columns()));
    Stream.of(options.weights(), options.offset()).filter(n -> n != null).forEach(numbers::add);
    return numbers;
  }

  private Set<String> groups() {
    Set<String> groups = new LinkedHashSet<>();
    specification.effects().stream().map(EffectTerm::columns).forEach(groups::addAll);
    options
        .forDesign()
        .clusters()
        .forEach(cluster -> groups.addAll(List.of(cluster.split("\\^", -1))));
    return groups;
  }

  private static Set<String> numeric(StructType schema) {
    Set<String> names = new HashSet<>();
    Arrays.stream(schema.fields())
        .filter(field -> SparkFrames.numeric(field.dataType()))
        .map(StructField::name)
        .forEach(names::add);
    return names;
  }

  private static boolean exist(Set<String> wanted, Set<String> there) {
    return there.containsAll(wanted);
  }
}
