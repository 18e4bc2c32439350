package careworkforce.common.estimate.distributed;

import careworkforce.common.estimate.data.RowColumns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * Rows that come sorted by a hash of their group, cut into parts of whole groups. Within a group
 * they are put in the order of a hash of the whole row, so that sums do not depend on arrival;
 * groups of one hash are told apart by their keys.
 */
final class HashedGroups implements Iterator<RowColumns> {
  /** Name of the column after the row's own with the hash of its group. */
  static final String GROUP = "hash of the group";

  /** Name of the column after that with the hash of the whole row. */
  static final String ROW = "hash of the row";

  private final Iterator<InternalRow> rows;
  private final StructType schema;
  private final RowColumns columns;
  private final int[] keys;
  private final int most;

  /** Hash of each row held, and which of the keys of its group's hash it has. */
  private long[] hashes = new long[1024];

  private int[] key = new int[1024];

  /** First row of each group hash among those held. */
  private final List<Integer> starts = new ArrayList<>();

  /** The keys of the last group hash. */
  private final List<List<@Nullable Object>> seen = new ArrayList<>();

  private long group;

  /**
   * Cuts rows.
   *
   * @param schema of the rows, but for the two hashes after it
   * @param keys positions of the columns that make a group
   * @param most rows from which a part ends with its group
   */
  HashedGroups(Iterator<InternalRow> rows, StructType schema, int[] keys, int most) {
    this.rows = rows;
    this.schema = schema;
    this.columns = new RowColumns(schema);
    this.keys = keys;
    this.most = most;
  }

  @Override
  public boolean hasNext() {
    return columns.size() > 0 || rows.hasNext();
  }

  @Override
  public RowColumns next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    while (rows.hasNext()) {
      InternalRow row = rows.next();
      if (columns.size() >= most && row.getLong(schema.length()) != group) {
        RowColumns full = taken();
        add(row);
        return full;
      }
      add(row);
    }
    return taken();
  }

  private void add(InternalRow row) {
    int at = columns.size();
    if (at == hashes.length) {
      hashes = Arrays.copyOf(hashes, 2 * at);
      key = Arrays.copyOf(key, 2 * at);
    }
    if (at == 0 || row.getLong(schema.length()) != group) {
      group = row.getLong(schema.length());
      starts.add(at);
      seen.clear();
    }
    hashes[at] = row.getLong(schema.length() + 1);
    key[at] = place(row);
    columns.add(row);
  }

  private int place(InternalRow row) {
    for (int k = 0; k < seen.size(); k++) {
      if (same(row, seen.get(k))) {
        return k;
      }
    }
    List<@Nullable Object> fresh = new ArrayList<>();
    for (int position : keys) {
      Object value = value(row, position);
      fresh.add(value instanceof UTF8String word ? word.copy() : value);
    }
    seen.add(fresh);
    return seen.size() - 1;
  }

  private boolean same(InternalRow row, List<@Nullable Object> values) {
    for (int k = 0; k < keys.length; k++) {
      if (!Objects.equals(value(row, keys[k]), values.get(k))) {
        return false;
      }
    }
    return true;
  }

  private @Nullable Object value(InternalRow row, int position) {
    return row.isNullAt(position) ? null : row.get(position, schema.apply(position).dataType());
  }

  /** The rows held, in order, of which none is held any longer. */
  private RowColumns taken() {
    int[] order = new int[columns.size()];
    for (int g = 0; g < starts.size(); g++) {
      int end = g + 1 < starts.size() ? starts.get(g + 1) : order.length;
      sort(order, starts.get(g), end);
    }
    RowColumns taken = columns.take(order);
    columns.clear();
    starts.clear();
    return taken;
  }

  /** By key, then by hash, the last bits of which give way to where the row is. */
  private void sort(int[] order, int from, int to) {
    long places = (1L << Long.SIZE - Long.numberOfLeadingZeros(to - from)) - 1;
    long[] hashed = new long[to - from];
    for (int i = 0; i < hashed.length; i++) {
      hashed[i] = hashes[from + i] & ~places | i;
    }
    Arrays.sort(hashed);
    int at = from;
    for (int k = 0; at < to; k++) {
      for (long row : hashed) {
        int place = from + (int) (row & places);
        if (key[place] == k) {
          order[at++] = place;
        }
      }
    }
  }
}
