package careworkforce.common.estimate.data;

import careworkforce.common.estimate.absorb.Effect;
import careworkforce.common.estimate.formula.EffectTerm;
import careworkforce.common.estimate.formula.Term;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows that models of the same effects use, with all that these models have in common.
 *
 * @param terms the effects as written
 * @param complete rows that are complete, ascending
 * @param rows those that are used, in the order of the largest effect's levels
 * @param singletons rows dropped for being alone in a level
 * @param columns makes columns of terms
 * @param made the columns made so far
 */
record ArrangedRows(
    List<EffectTerm> terms,
    int[] complete,
    int[] rows,
    int singletons,
    List<Effect> effects,
    double @Nullable [] weights,
    double @Nullable [] offset,
    Map<String, Levels> clusters,
    Map<String, double[]> numbers,
    TermColumns columns,
    Map<Term, List<NamedColumn>> made) {

  /** Whether a model of some effects, complete in some rows, uses these. */
  boolean serves(List<EffectTerm> others, int[] rowsComplete) {
    return terms.equals(others) && Arrays.equals(complete, rowsComplete);
  }

  /** The columns of some terms, in their order; those of one term are made once. */
  List<NamedColumn> columns(List<Term> wanted) {
    return wanted.stream().flatMap(term -> made(term).stream()).toList();
  }

  /**
   * The same for terms that no constant stands beside: the first factor keeps all its levels, for
   * one left out would have its mean taken as 0.
   */
  List<NamedColumn> columnsWithoutConstant(List<Term> wanted) {
    Optional<Term> first = wanted.stream().filter(columns::leavesFirstOut).findFirst();
    return wanted.stream()
        .flatMap(
            term ->
                Optional.of(term).equals(first)
                    ? columns.whole(term, rows).stream()
                    : made(term).stream())
        .toList();
  }

  /**
   * Whether one of the terms is a factor, whose levels add up to a constant if none is left out.
   */
  boolean factorAmong(List<Term> wanted) {
    return wanted.stream().anyMatch(columns::leavesFirstOut);
  }

  private List<NamedColumn> made(Term term) {
    return made.computeIfAbsent(term, t -> columns.columns(t, rows));
  }
}
