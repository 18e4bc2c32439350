package careworkforce.common.ingest;

import org.apache.commons.codec.digest.MurmurHash3;

/**
 * The lines of a file seen so far, as 128-bit hashes in open addressing. Of a thousand million
 * lines, two that differ share a hash with a chance below one in 10^20.
 */
final class RowHashes {
  private static final int SEED = 104729;
  private long[] first = new long[1 << 10];
  private long[] second = new long[1 << 10];
  private int size;

  /** Adds a line; false if it was there. */
  boolean add(byte[] bytes, int from, int to) {
    long[] hash = MurmurHash3.hash128x64(bytes, from, to - from, SEED);
    if (2 * (size + 1) > first.length) {
      grow();
    }
    return put(hash[0] == 0 && hash[1] == 0 ? 1 : hash[0], hash[1]);
  }

  private boolean put(long a, long b) {
    int mask = first.length - 1;
    int slot = (int) (a ^ a >>> 32) & mask;
    while (first[slot] != 0 || second[slot] != 0) {
      if (first[slot] == a && second[slot] == b) {
        return false;
      }
      slot = slot + 1 & mask;
    }
    first[slot] = a;
    second[slot] = b;
    size++;
    return true;
  }

  private void grow() {
    long[] a = first;
    long[] b = second;
    first = new long[2 * a.length];
    second = new long[2 * a.length];
    size = 0;
    for (int i = 0; i < a.length; i++) {
      if (a[i] != 0 || b[i] != 0) {
        put(a[i], b[i]);
      }
    }
  }
}
