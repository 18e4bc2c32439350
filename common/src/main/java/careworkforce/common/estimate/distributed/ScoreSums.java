package careworkforce.common.estimate.distributed;

import careworkforce.common.estimate.absorb.OpenRows;
import careworkforce.common.estimate.data.Levels;
import careworkforce.common.estimate.dense.CrossProducts;
import careworkforce.common.estimate.linear.Small;
import careworkforce.common.estimate.variance.ClusterMeat;
import careworkforce.common.estimate.variance.SmallSample;
import java.io.Serializable;
import java.util.List;

/** Sums of the second pass: inner products and the pieces of the meat. */
final class ScoreSums implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Weighted inner products of the columns. */
  double[][] gram;

  double logWeights;
  double[][] robust;
  final ClusterCells[] cells;
  final double[][][] withinMeat;
  final long[] withinCells;

  ScoreSums(int columns, int scores, int sets) {
    gram = new double[columns][columns];
    robust = new double[scores][scores];
    cells = new ClusterCells[sets];
    withinMeat = new double[sets][scores][scores];
    withinCells = new long[sets];
    for (int s = 0; s < sets; s++) {
      cells[s] = new ClusterCells(scores);
    }
  }

  void addProducts(OpenRows open, double[][] columns) {
    double[] weights = open.weights();
    for (int i = 0; weights != null && i < weights.length; i++) {
      logWeights += Math.log(weights[i]);
    }
    CrossProducts.addGram(gram, columns, weights);
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
    double[][] total = new double[robust.length][robust.length];
    for (int s = 0; s < cells.length; s++) {
      double[][] meat = Small.add(withinMeat[s], CrossProducts.gram(cells[s].sums()), 1, 1);
      int count = Math.toIntExact(withinCells[s] + cells[s].count());
      double factor = ClusterMeat.factor(sets.get(s).size(), count, smallest, convention);
      total = Small.add(total, meat, 1, factor);
    }
    return total;
  }
}
