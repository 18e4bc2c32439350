package careworkforce.common.estimate.absorb;

import java.io.Serializable;

/** Sums by pair of columns: an open-addressing table of long keys and double sums. */
final class PairSums implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final long EMPTY = -1;

  private long[] keys;
  private double[] sums;
  private int size;

  PairSums(int capacity) {
    int length = Integer.highestOneBit(Math.max(64, 2 * capacity - 1)) << 1;
    keys = new long[length];
    java.util.Arrays.fill(keys, EMPTY);
    sums = new double[length];
  }

  int size() {
    return size;
  }

  void add(int a, int b, double value) {
    long key = a < b ? (long) a << 32 | b : (long) b << 32 | a;
    int mask = keys.length - 1;
    int slot = slot(key, mask);
    while (keys[slot] != key) {
      if (keys[slot] == EMPTY) {
        keys[slot] = key;
        if (++size > keys.length * 0.6) {
          grow();
          add(a, b, value);
          return;
        }
        break;
      }
      slot = slot + 1 & mask;
    }
    sums[slot] += value;
  }

  private static int slot(long key, int mask) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    return (int) (mixed ^ mixed >>> 32) & mask;
  }

  private void grow() {
    long[] oldKeys = keys;
    double[] oldSums = sums;
    keys = new long[2 * oldKeys.length];
    java.util.Arrays.fill(keys, EMPTY);
    sums = new double[keys.length];
    size = 0;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != EMPTY) {
        add((int) (oldKeys[i] >>> 32), (int) oldKeys[i], oldSums[i]);
      }
    }
  }

  /** Adds every sum of the other table. */
  void addAll(PairSums other) {
    other.forEach(this::add);
  }

  /** What is done with one pair, the smaller column first. */
  interface Visitor {
    void visit(int a, int b, double sum);
  }

  void forEach(Visitor visitor) {
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != EMPTY) {
        visitor.visit((int) (keys[i] >>> 32), (int) keys[i], sums[i]);
      }
    }
  }
}
