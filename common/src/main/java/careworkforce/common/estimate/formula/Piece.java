package careworkforce.common.estimate.formula;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One factor of a regressor. */
public sealed interface Piece extends Serializable {
  /** As it would be written. */
  String text();

  /** A number a row; a column of words stands for its dummies. */
  record Value(Expression expression) implements Piece {
    @Override
    public String text() {
      return expression.text();
    }
  }

  /**
   * Dummies of a column, as fixest's {@code i(factor, by, ref)}.
   *
   * @param factor column whose levels become dummies
   * @param by column that multiplies them (numbers) or crosses them (words), or null
   * @param crossed whether numbers cross them too, each number a level: {@code i(factor, i.by)}
   * @param references levels left out
   * @param kept levels kept; empty for all
   */
  record Indicator(
      String factor,
      @Nullable String by,
      boolean crossed,
      List<String> references,
      List<String> kept)
      implements Piece {
    @Override
    public String text() {
      StringBuilder text = new StringBuilder("i(").append(factor);
      if (by != null) {
        text.append(crossed ? ", i." : ", ").append(by);
      }
      if (!references.isEmpty()) {
        text.append(", ref = ").append(String.join(", ", references));
      }
      return text.append(')').toString();
    }
  }
}
