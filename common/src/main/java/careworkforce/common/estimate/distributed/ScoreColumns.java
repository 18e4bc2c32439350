package careworkforce.common.estimate.distributed;

import careworkforce.common.estimate.absorb.OpenRows;
import java.io.Serializable;
import java.util.ArrayList;

/**
 * Columns that the second pass makes of the residualised ones, each a combination of them, and the
 * scores it sums, each a product of two such columns and the row's weight.
 */
final class ScoreColumns implements Serializable {
  private static final long serialVersionUID = 1L;

  /** In place of a residual's position: the first column as it was opened, effects still in it. */
  static final int OPENED = -1;

  private final int width;
  private final ArrayList<double[]> combinations = new ArrayList<>();
  private final ArrayList<int[]> scores = new ArrayList<>();

  /** None yet, of so many residualised columns. */
  ScoreColumns(int width) {
    this.width = width;
  }

  /** Adds a combination of residualised columns and gives its position. */
  int add(double[] combination) {
    combinations.add(combination);
    return combinations.size() - 1;
  }

  /** Adds combinations and gives their positions. */
  int[] add(double[][] several) {
    int[] positions = new int[several.length];
    for (int c = 0; c < several.length; c++) {
      positions[c] = add(several[c]);
    }
    return positions;
  }

  /** Adds residualised columns as they are and gives their positions. */
  int[] units(int... columns) {
    int[] positions = new int[columns.length];
    for (int c = 0; c < columns.length; c++) {
      positions[c] = add(unit(width, columns[c]));
    }
    return positions;
  }

  /** The combination that is one column. */
  static double[] unit(int width, int column) {
    double[] unit = new double[width];
    unit[column] = 1;
    return unit;
  }

  /** Adds the scores of some columns with a residual and gives the first one's position. */
  int scores(int[] designs, int residual) {
    for (int design : designs) {
      scores.add(new int[] {design, residual});
    }
    return scores.size() - designs.length;
  }

  /**
   * The same of residualised columns that stand elsewhere among others.
   *
   * @param places where each column stands
   * @param among how many columns there are
   */
  ScoreColumns at(int[] places, int among) {
    ScoreColumns moved = new ScoreColumns(among);
    for (double[] combination : combinations) {
      double[] spread = new double[among];
      for (int c = 0; c < combination.length; c++) {
        spread[places[c]] += combination[c];
      }
      moved.combinations.add(spread);
    }
    moved.scores.addAll(scores);
    return moved;
  }

  int columnCount() {
    return combinations.size();
  }

  int scoreCount() {
    return scores.size();
  }

  /** The columns of a block; a column left as it is is not copied. */
  double[][] of(double[][] left) {
    double[][] columns = new double[combinations.size()][];
    for (int c = 0; c < columns.length; c++) {
      columns[c] = combined(combinations.get(c), left);
    }
    return columns;
  }

  private static double[] combined(double[] combination, double[][] left) {
    int used = 0;
    int last = 0;
    for (int c = 0; c < combination.length; c++) {
      used += combination[c] == 0 ? 0 : 1;
      last = combination[c] == 0 ? last : c;
    }
    if (used == 1 && combination[last] == 1) {
      return left[last];
    }
    double[] column = new double[left[0].length];
    for (int c = 0; c < combination.length; c++) {
      double factor = combination[c];
      double[] one = left[c];
      for (int i = 0; factor != 0 && i < column.length; i++) {
        column[i] += factor * one[i];
      }
    }
    return column;
  }

  /** The scores of a block's columns. */
  double[][] scores(OpenRows open, double[][] columns) {
    double[][] made = new double[scores.size()][];
    for (int s = 0; s < made.length; s++) {
      double[] x = columns[scores.get(s)[0]];
      int at = scores.get(s)[1];
      double[] residual = at == OPENED ? open.columns()[0] : columns[at];
      double[] score = new double[x.length];
      for (int i = 0; i < score.length; i++) {
        score[i] = open.weight(i) * x[i] * residual[i];
      }
      made[s] = score;
    }
    return made;
  }
}
