package careworkforce.common.estimate.distributed;

import java.io.Serializable;
import java.util.Arrays;

/** Scores summed by cell of one or several clusterings, cells by key in ascending order. */
final class ClusterCells implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final long DIRECT = 1 << 20;

  private long[] keys = new long[0];
  private double[][] sums;

  ClusterCells(int coefficients) {
    sums = new double[coefficients][0];
  }

  /** Adds rows' scores; keys are below the bound and need not be sorted. */
  void add(long[] rowKeys, long bound, double[][] scores) {
    ClusterCells block = new ClusterCells(sums.length);
    int[] cells = bound <= DIRECT ? block.direct(rowKeys, (int) bound) : block.sorted(rowKeys);
    block.sums = new double[sums.length][block.keys.length];
    for (int c = 0; c < sums.length; c++) {
      for (int i = 0; i < cells.length; i++) {
        block.sums[c][cells[i]] += scores[c][i];
      }
    }
    merge(block);
  }

  private int[] direct(long[] rowKeys, int bound) {
    int[] place = new int[bound];
    for (long key : rowKeys) {
      place[(int) key] = 1;
    }
    keys = new long[bound];
    int count = 0;
    for (int key = 0; key < bound; key++) {
      if (place[key] == 1) {
        place[key] = count;
        keys[count++] = key;
      }
    }
    keys = Arrays.copyOf(keys, count);
    int[] cells = new int[rowKeys.length];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = place[(int) rowKeys[i]];
    }
    return cells;
  }

  private int[] sorted(long[] rowKeys) {
    long[] sorted = rowKeys.clone();
    Arrays.sort(sorted);
    int count = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[count - 1]) {
        sorted[count++] = sorted[i];
      }
    }
    keys = Arrays.copyOf(sorted, count);
    int[] cells = new int[rowKeys.length];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = Arrays.binarySearch(keys, rowKeys[i]);
    }
    return cells;
  }

  void merge(ClusterCells other) {
    long[] both = new long[keys.length + other.keys.length];
    double[][] merged = new double[sums.length][both.length];
    int a = 0;
    int b = 0;
    int count = 0;
    while (a < keys.length || b < other.keys.length) {
      boolean here = b == other.keys.length || a < keys.length && keys[a] <= other.keys[b];
      boolean there = a == keys.length || b < other.keys.length && other.keys[b] <= keys[a];
      both[count] = here ? keys[a] : other.keys[b];
      for (int c = 0; c < sums.length; c++) {
        merged[c][count] = (here ? sums[c][a] : 0) + (there ? other.sums[c][b] : 0);
      }
      a += here ? 1 : 0;
      b += there ? 1 : 0;
      count++;
    }
    keys = Arrays.copyOf(both, count);
    for (int c = 0; c < sums.length; c++) {
      merged[c] = Arrays.copyOf(merged[c], count);
    }
    sums = merged;
  }

  int count() {
    return keys.length;
  }

  /** Scores by coefficient and cell. */
  double[][] sums() {
    return sums;
  }
}
