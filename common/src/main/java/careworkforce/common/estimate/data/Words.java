package careworkforce.common.estimate.data;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.formula.Expression;
import careworkforce.common.estimate.formula.Piece;
import careworkforce.common.estimate.formula.Term;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A column of words where a formula speaks of the column itself: as an outcome it is 1 for the
 * later of its two words, and words that were meant as numbers are told from others.
 */
public final class Words {
  /** A measure and no code: it has a fraction, after a point or a comma. */
  private static final Pattern MEASURE = Pattern.compile("[+-]?\\d*[.,]\\d+([eE][+-]?\\d+)?");

  private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE].*)?");
  private static final int SHOWN = 20;

  private final String column;
  private final Column.Codes codes;

  private Words(String column, Column.Codes codes) {
    this.column = column;
    this.codes = codes;
  }

  /** The words of a term that is a column by itself; empty for any other. */
  public static Optional<Words> of(Frame frame, Term term) {
    return term.pieces().size() == 1
            && term.pieces().get(0) instanceof Piece.Value value
            && value.expression() instanceof Expression.Variable variable
            && frame.column(variable.name()) instanceof Column.Codes codes
        ? Optional.of(new Words(variable.name(), codes))
        : Optional.empty();
  }

  static Words of(String column, Column.Codes codes) {
    return new Words(column, codes);
  }

  /** Says which word of the outcome is 1; nothing of one that cannot be an outcome. */
  public Optional<String> note() {
    int[] two = present();
    return two.length == 2
        ? Optional.of(
            "Outcome "
                + column
                + " is 1 where it is '"
                + codes.levels().get(two[1])
                + "' and 0 where it is '"
                + codes.levels().get(two[0])
                + "'.")
        : Optional.empty();
  }

  /**
   * The outcome of some rows, none of which is missing.
   *
   * @throws UserError if there are other than two words in all rows
   */
  NamedColumn outcome(int[] rows) {
    int[] two = present();
    if (two.length != 2) {
      String held =
          "it holds "
              + two.length
              + (two.length == 1 ? " word: " : " words: ")
              + Arrays.stream(two).limit(SHOWN).mapToObj(codes.levels()::get).toList();
      throw UserError.usage(
          "use '" + column + "' as an outcome", spoilt().orElse(held), "Give one number a row");
    }
    double[] outcome =
        Arrays.stream(rows).mapToDouble(row -> codes.values()[row] == two[1] ? 1 : 0).toArray();
    return new NamedColumn(column + codes.levels().get(two[1]), outcome);
  }

  /** Which word makes words of what are numbers for the most part; empty if they are none. */
  Optional<String> spoilt() {
    List<String> levels = codes.levels();
    long measures = levels.stream().filter(level -> MEASURE.matcher(level).matches()).count();
    return 2 * measures <= levels.size()
        ? Optional.empty()
        : levels.stream()
            .filter(level -> !NUMBER.matcher(level).matches())
            .findFirst()
            .map(word -> "of its " + levels.size() + " words '" + word + "' is no number");
  }

  /**
   * Requires words that were meant as such.
   *
   * @throws UserError naming the word that is no number among numbers
   */
  void requireMeant() {
    spoilt()
        .ifPresent(
            why -> {
              throw notANumber(why);
            });
  }

  /** What is said where numbers are needed. */
  UserError notANumber() {
    List<String> some = codes.levels().subList(0, Math.min(3, codes.levels().size()));
    return spoilt()
        .map(this::notANumber)
        .orElseGet(
            () ->
                UserError.usage(
                    "use column '" + column + "' as a number",
                    "it holds words such as " + some,
                    "Use it as an effect, a cluster or i(" + column + ")"));
  }

  private UserError notANumber(String why) {
    return UserError.usage(
        "use column '" + column + "' as a number",
        why,
        "Mend the column, or use it as an effect, a cluster or i(" + column + ")");
  }

  /** The words that some row has, in their order. */
  private int[] present() {
    return Arrays.stream(codes.values()).filter(code -> code >= 0).distinct().sorted().toArray();
  }
}
