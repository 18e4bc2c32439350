package careworkforce.common.estimate.data;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** Words by a dictionary, -1 where missing. */
final class GrowingWords extends Growing {
  private static final long serialVersionUID = 1L;

  private final HashMap<UTF8String, Integer> dictionary = new HashMap<>();
  private int[] codes = new int[1024];

  GrowingWords(int position) {
    super(position);
  }

  @Override
  void add(InternalRow row, int at) {
    if (at == codes.length) {
      codes = Arrays.copyOf(codes, 2 * at);
    }
    codes[at] = row.isNullAt(position) ? -1 : code(row.getUTF8String(position));
  }

  private int code(UTF8String word) {
    Integer known = dictionary.get(word);
    if (known == null) {
      known = dictionary.size();
      dictionary.put(word.copy(), known);
    }
    return known;
  }

  @Override
  boolean same(InternalRow row, int at) {
    return !row.isNullAt(position)
        && dictionary.getOrDefault(row.getUTF8String(position), -2) == codes[at];
  }

  @Override
  void clear() {
    dictionary.clear();
  }

  @Override
  Growing take(int[] rows) {
    GrowingWords taken = new GrowingWords(position);
    taken.dictionary.putAll(dictionary);
    taken.codes = Arrays.stream(rows).map(row -> codes[row]).toArray();
    return taken;
  }

  /** Levels in alphabetical order. */
  @Override
  Column joined(List<? extends Growing> parts, int[] sizes) {
    UTF8String[] levels =
        parts.stream()
            .flatMap(p -> ((GrowingWords) p).dictionary.keySet().stream())
            .distinct()
            .sorted()
            .toArray(UTF8String[]::new);
    int[] values = new int[Arrays.stream(sizes).sum()];
    int at = 0;
    for (int p = 0; p < sizes.length; p++) {
      GrowingWords part = (GrowingWords) parts.get(p);
      int[] place = part.places(levels);
      for (int i = 0; i < sizes[p]; i++) {
        int code = part.codes[i];
        values[at++] = code < 0 ? -1 : place[code];
      }
    }
    return new Column.Codes(values, Arrays.stream(levels).map(UTF8String::toString).toList());
  }

  private int[] places(UTF8String[] levels) {
    int[] place = new int[dictionary.size()];
    for (Map.Entry<UTF8String, Integer> entry : dictionary.entrySet()) {
      place[entry.getValue()] = Arrays.binarySearch(levels, entry.getKey());
    }
    return place;
  }
}
