package careworkforce.common.estimate.dense;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A categorical variable as codes 0, 1, 2 … in the order of its sorted values.
 *
 * @param codes the code of each row
 * @param names the value of each code
 */
public record Levels(int[] codes, List<String> names) {

  /** Codes of text values. */
  public static Levels of(String[] values) {
    List<String> names = List.copyOf(new TreeSet<>(Arrays.asList(values)));
    Map<String, Integer> at = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      at.put(names.get(i), i);
    }
    return new Levels(Arrays.stream(values).mapToInt(at::get).toArray(), names);
  }

  /** Codes of whole numbers, in numeric order. */
  public static Levels of(int[] values) {
    int[] distinct = Arrays.stream(values).distinct().sorted().toArray();
    int[] codes = Arrays.stream(values).map(v -> Arrays.binarySearch(distinct, v)).toArray();
    return new Levels(codes, Arrays.stream(distinct).mapToObj(String::valueOf).toList());
  }

  /** The number of values. */
  public int count() {
    return names.size();
  }
}
