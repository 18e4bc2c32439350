package careworkforce.common.estimate.distributed;

import careworkforce.common.estimate.absorb.OpenRows;
import careworkforce.common.estimate.data.Levels;
import careworkforce.common.estimate.linear.CrossProducts;
import careworkforce.common.estimate.linear.Small;
import careworkforce.common.estimate.variance.ClusterMeat;
import careworkforce.common.estimate.variance.SmallSample;
import java.io.Serializable;
import java.util.List;

/** Sums of the second pass: inner products and the pieces of the meat. */
final class ScoreSums implements Serializable {
  private static final long serialVersionUID = 1L;

  double[][] gram;
  double[] along;
  double residualSquares;
  double outcomeSquares;
  double logWeights;
  double[][] robust;
  final ClusterCells[] cells;
  final double[][][] withinMeat;
  final long[] withinCells;

  ScoreSums(int coefficients, int sets) {
    gram = new double[coefficients][coefficients];
    along = new double[coefficients];
    robust = new double[coefficients][coefficients];
    cells = new ClusterCells[sets];
    withinMeat = new double[sets][coefficients][coefficients];
    withinCells = new long[sets];
    for (int s = 0; s < sets; s++) {
      cells[s] = new ClusterCells(coefficients);
    }
  }

  void addProducts(OpenRows open, double[][] x, double[] outcome, double[] residual) {
    for (int i = 0; i < residual.length; i++) {
      double w = open.weight(i);
      residualSquares += w * residual[i] * residual[i];
      outcomeSquares += w * outcome[i] * outcome[i];
      logWeights += open.weights() == null ? 0 : Math.log(w);
    }
    for (int a = 0; a < x.length; a++) {
      double[] weighted = x[a].clone();
      for (int i = 0; i < weighted.length; i++) {
        weighted[i] *= open.weight(i);
      }
      along[a] += CrossProducts.dot(weighted, residual);
      for (int b = 0; b < x.length; b++) {
        gram[a][b] += CrossProducts.dot(weighted, x[b]);
      }
    }
  }

  void addRobust(double[][] scores) {
    robust = Small.add(robust, CrossProducts.gram(scores), 1, 1);
  }

  void addWithin(int set, Levels levels, double[][] scores) {
    double[][] sums = new double[scores.length][levels.count()];
    for (int c = 0; c < scores.length; c++) {
      for (int i = 0; i < scores[c].length; i++) {
        sums[c][levels.codes()[i]] += scores[c][i];
      }
    }
    withinMeat[set] = Small.add(withinMeat[set], CrossProducts.gram(sums), 1, 1);
    withinCells[set] += levels.count();
  }

  void merge(ScoreSums other) {
    gram = Small.add(gram, other.gram, 1, 1);
    robust = Small.add(robust, other.robust, 1, 1);
    for (int a = 0; a < along.length; a++) {
      along[a] += other.along[a];
    }
    residualSquares += other.residualSquares;
    outcomeSquares += other.outcomeSquares;
    logWeights += other.logWeights;
    for (int s = 0; s < cells.length; s++) {
      cells[s].merge(other.cells[s]);
      withinMeat[s] = Small.add(withinMeat[s], other.withinMeat[s], 1, 1);
      withinCells[s] += other.withinCells[s];
    }
  }

  /** Meat of one- or multi-way clusters, factors included. */
  double[][] clusterMeat(
      List<List<String>> sets, int smallest, SmallSample.ClusterFactor convention) {
    double[][] total = new double[along.length][along.length];
    for (int s = 0; s < cells.length; s++) {
      double[][] meat = Small.add(withinMeat[s], CrossProducts.gram(cells[s].sums()), 1, 1);
      int count = Math.toIntExact(withinCells[s] + cells[s].count());
      double factor = ClusterMeat.factor(sets.get(s).size(), count, smallest, convention);
      total = Small.add(total, meat, 1, factor);
    }
    return total;
  }
}
