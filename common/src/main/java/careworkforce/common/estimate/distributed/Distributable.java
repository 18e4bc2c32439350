package careworkforce.common.estimate.distributed;

import careworkforce.common.estimate.BiasCorrection;
import careworkforce.common.estimate.EstimateOptions;
import careworkforce.common.estimate.data.Column;
import careworkforce.common.estimate.data.Frame;
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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** What can be fitted where the rows are, and which columns that needs. */
final class Distributable {
  private static final Set<String> LIKELIHOODS = Set.of("poisson", "logit", "probit", "cloglog");

  private final Specification specification;
  private final EstimateOptions options;
  private final List<String> names;
  private final Set<String> there;
  private final Set<String> words = new HashSet<>();

  Distributable(Specification specification, EstimateOptions options, StructType schema) {
    this.specification = specification;
    this.options = options;
    this.names = List.of(schema.fieldNames());
    this.there = Set.copyOf(names);
    Arrays.stream(schema.fields())
        .filter(field -> !SparkFrames.numeric(field.dataType()))
        .map(StructField::name)
        .forEach(words::add);
  }

  /** Columns that hold words. */
  Set<String> words() {
    return words;
  }

  /** Whether the outcome is made of numbers. */
  boolean numericOutcome() {
    return specification.outcome().pieces().stream()
        .flatMap(piece -> ((Piece.Value) piece).expression().columns().stream())
        .noneMatch(words::contains);
  }

  /** What of the model needs the rows themselves; empty when sums over blocks give all of it. */
  Optional<String> obstacle(String family) {
    return Stream.of(
            family(family), effects(family), shifts(), columnsLacking(), extras(), variance())
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<String> family(String family) {
    if (family.equals("gaussian")) {
      return Optional.empty();
    }
    if (!LIKELIHOODS.contains(family)) {
      return Optional.of("family " + family);
    }
    return specification.instrumented()
        ? Optional.of("instruments in family " + family)
        : Optional.empty();
  }

  private Optional<String> effects(String family) {
    if (specification.effects().stream().noneMatch(EffectTerm::intercept)) {
      return Optional.of("a model without absorbed effects that have intercepts");
    }
    return specification.effects().stream()
        .filter(e -> !family.equals("gaussian") && !e.slopes().isEmpty())
        .findFirst()
        .map(e -> "slopes that vary by level, '" + e.name() + "', in family " + family);
  }

  private Optional<String> extras() {
    if (options.bootstrapDraws() > 0) {
      return Optional.of("the wild bootstrap");
    }
    return options.biasCorrection() == BiasCorrection.NONE
        ? Optional.empty()
        : Optional.of("a bias correction");
  }

  private Optional<String> variance() {
    return options
        .variances()
        .filter(variance -> !summed(variance))
        .findFirst()
        .map(variance -> "variance " + variance.text());
  }

  private static boolean summed(VarianceSpec variance) {
    return variance instanceof VarianceSpec.Iid
        || variance instanceof VarianceSpec.Cluster
        || variance instanceof VarianceSpec.DriscollKraay
        || variance instanceof VarianceSpec.Hetero hetero && hetero.kind() < 2;
  }

  /** Without a panel, shifts are left to the driver, whose error asks for one. */
  private Optional<String> shifts() {
    boolean panel =
        options.unit() != null
            && options.time() != null
            && there.containsAll(List.of(options.unit(), options.time()))
            && !words.contains(options.time());
    return panel
        ? Optional.empty()
        : Stream.concat(
                pieces()
                    .filter(Piece.Value.class::isInstance)
                    .map(p -> ((Piece.Value) p).expression()),
                slopes())
            .filter(Expression::shifts)
            .findFirst()
            .map(e -> "lags or leads in '" + e.text() + "' without a panel");
  }

  /** Such a column is left to the driver, whose error names it and the remedy. */
  private Optional<String> columnsLacking() {
    return Stream.concat(
            groups().stream().filter(c -> !there.contains(c)),
            numbers().stream().filter(c -> !there.contains(c) || words.contains(c)))
        .findFirst()
        .map(c -> "column '" + c + "', which is not there or no number");
  }

  /**
   * Requires every column that is read to be there.
   *
   * @throws careworkforce.common.error.UserError naming the nearest
   */
  void requireThere() {
    Frame named = Frame.empty();
    for (String name : names) {
      named = named.with(name, new Column.Numbers(new double[0]));
    }
    columns().forEach(named::column);
  }

  /** Every column that is read. */
  Set<String> columns() {
    Set<String> all = new LinkedHashSet<>(groups());
    all.addAll(numbers());
    return all;
  }

  private Stream<Expression> slopes() {
    return specification.effects().stream().flatMap(e -> e.slopes().stream());
  }

  private Stream<Piece> pieces() {
    return Stream.concat(Stream.of(specification.outcome()), regressors())
        .flatMap(term -> term.pieces().stream());
  }

  private Stream<Term> regressors() {
    return Stream.of(
            specification.regressors(), specification.endogenous(), specification.instruments())
        .flatMap(List::stream);
  }

  private Set<String> numbers() {
    Set<String> numbers = new LinkedHashSet<>();
    Stream.concat(
            Stream.of(specification.outcome()),
            regressors().map(term -> TermFactors.of(term, words).base()))
        .flatMap(term -> term.pieces().stream())
        .forEach(p -> numbers.addAll(((Piece.Value) p).expression().columns()));
    slopes().forEach(slope -> numbers.addAll(slope.columns()));
    numbers.addAll(options.forDesign().numbers());
    Stream.of(options.weights(), options.offset()).filter(n -> n != null).forEach(numbers::add);
    return numbers;
  }

  private Set<String> groups() {
    Set<String> groups = new LinkedHashSet<>();
    specification.effects().stream().map(EffectTerm::columns).forEach(groups::addAll);
    regressors().forEach(term -> groups.addAll(TermFactors.of(term, words).columns()));
    options
        .forDesign()
        .clusters()
        .forEach(cluster -> groups.addAll(List.of(cluster.split("\\^", -1))));
    return groups;
  }
}
