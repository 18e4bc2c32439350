package careworkforce.common.estimate.distributed;

import careworkforce.common.estimate.formula.Specification;
import careworkforce.common.estimate.formula.Term;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The terms of a model taken apart, as blocks keep them, and spread once levels are known. */
final class Regressors {
  private final Specification specification;
  private final Set<String> words;

  /** Regressors of a model over a table in which some columns hold words. */
  Regressors(Specification specification, Set<String> words) {
    this.specification = specification;
    this.words = words;
  }

  private List<TermFactors> parts(List<Term> terms) {
    return terms.stream().map(term -> TermFactors.of(term, words)).toList();
  }

  /** The model with every term one column of numbers. */
  Specification bases() {
    return new Specification(
        specification.outcome(),
        specification.intercept(),
        bases(specification.regressors()),
        specification.effects(),
        bases(specification.endogenous()),
        bases(specification.instruments()));
  }

  private List<Term> bases(List<Term> terms) {
    return parts(terms).stream().map(TermFactors::base).toList();
  }

  private Stream<Term> all() {
    return Stream.of(
            specification.regressors(), specification.endogenous(), specification.instruments())
        .flatMap(List::stream);
  }

  /** Columns whose levels become dummies. */
  List<String> factors() {
    return all().flatMap(t -> TermFactors.of(t, words).columns().stream()).distinct().toList();
  }

  /** All terms in order, spread over the levels of the rows used. */
  List<SpreadTerm> spread(Map<String, String[]> seen) {
    return all().map(t -> new SpreadTerm(TermFactors.of(t, words), seen)).toList();
  }

  /** Names of all columns, for terms spread in order. */
  ModelColumns columns(List<SpreadTerm> spread) {
    int inside = specification.regressors().size();
    int excluded = inside + specification.endogenous().size();
    return new ModelColumns(
        names(spread.subList(0, inside)),
        names(spread.subList(inside, excluded)),
        names(spread.subList(excluded, spread.size())));
  }

  /** Those of another model over the same table. */
  Regressors of(Specification other) {
    return new Regressors(other, words);
  }

  /**
   * Where the columns of a model that this one stands for are among this one's: outcome first, then
   * the terms in order.
   *
   * @param seen levels of the rows used
   */
  int[] places(Specification other, Map<String, String[]> seen) {
    Map<Term, int[]> places = new HashMap<>();
    List<Term> own = all().toList();
    List<SpreadTerm> spread = spread(seen);
    int next = 1;
    for (int t = 0; t < own.size(); t++) {
      int size = spread.get(t).names().size();
      places.put(own.get(t), IntStream.range(next, next + size).toArray());
      next += size;
    }
    places.put(specification.outcome(), new int[] {0});
    return Stream.concat(Stream.of(other.outcome()), of(other).all())
        .flatMapToInt(term -> Arrays.stream(places.getOrDefault(term, new int[0])))
        .toArray();
  }

  private static List<String> names(List<SpreadTerm> terms) {
    return terms.stream().flatMap(t -> t.names().stream()).toList();
  }
}
