package careworkforce.common.estimate.distributed;

import careworkforce.common.estimate.formula.Expression;
import careworkforce.common.estimate.formula.Piece;
import careworkforce.common.estimate.formula.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A term taken apart: the number that blocks keep, and the factors that it is multiplied by.
 *
 * @param base product of the term's numbers, 1 where there is none
 * @param factors in the order in which their names are joined
 */
record TermFactors(Term base, List<Factor> factors) {
  /**
   * Takes a term apart.
   *
   * @param words columns that hold words
   */
  static TermFactors of(Term term, Set<String> words) {
    List<Piece> numbers = new ArrayList<>();
    List<Factor> factors = new ArrayList<>();
    boolean alone = term.pieces().size() == 1;
    for (Piece piece : term.pieces()) {
      if (piece instanceof Piece.Indicator indicator) {
        add(indicator, alone, words, numbers, factors);
      } else if (words(piece, words)) {
        factors.add(new Factor(piece.text(), piece.text(), List.of(), List.of(), alone, false));
      } else {
        numbers.add(piece);
        factors.add(Factor.number(piece.text()));
      }
    }
    Expression one = new Expression.Constant(1, "1");
    return new TermFactors(numbers.isEmpty() ? Term.of(one) : new Term(numbers), factors);
  }

  private static void add(
      Piece.Indicator indicator,
      boolean alone,
      Set<String> words,
      List<Piece> numbers,
      List<Factor> factors) {
    String by = indicator.by();
    String column = indicator.factor();
    factors.add(
        new Factor(
            column,
            column + "::",
            indicator.references(),
            indicator.kept(),
            by == null && alone && indicator.references().isEmpty() && indicator.kept().isEmpty(),
            !words.contains(column)));
    if (by != null && (indicator.crossed() || words.contains(by))) {
      factors.add(new Factor(by, by + "::", List.of(), List.of(), false, !words.contains(by)));
    } else if (by != null) {
      numbers.add(new Piece.Value(new Expression.Variable(by)));
      factors.add(Factor.number(by));
    }
  }

  /** Whether a piece is a column of words, which stands for its dummies. */
  static boolean words(Piece piece, Set<String> words) {
    return piece instanceof Piece.Value value
        && value.expression() instanceof Expression.Variable variable
        && words.contains(variable.name());
  }

  /** Columns whose levels become dummies. */
  List<String> columns() {
    return factors.stream().filter(Factor::dummies).map(Factor::column).toList();
  }
}
