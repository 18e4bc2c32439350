package careworkforce.common.estimate.formula;

import java.util.ArrayList;
import java.util.List;

/** The variants that {@code sw}, {@code sw0}, {@code csw} and {@code csw0} stand for. */
final class Stepwise {
  private Stepwise() {}

  static boolean isStepwise(String function) {
    return List.of("sw", "sw0", "csw", "csw0").contains(function);
  }

  /**
   * Requires a stepwise part to be a term by itself.
   *
   * @param single whether it stands where one model's terms are read
   * @throws careworkforce.common.error.UserError saying where it stands
   */
  static void requireTop(Cursor cursor, boolean single) {
    if (single) {
      throw cursor.wrong(
          cursor.found()
              + " stands for several models only as a term by itself among regressors or effects,"
              + " not within another, in parentheses or among instruments");
    }
  }

  /** The list of alternatives, each a list of items. */
  static <T> List<List<T>> variants(String function, List<List<T>> steps) {
    List<List<T>> variants = new ArrayList<>();
    if (function.endsWith("0")) {
      variants.add(List.of());
    }
    List<T> soFar = new ArrayList<>();
    for (List<T> step : steps) {
      soFar.addAll(step);
      variants.add(function.startsWith("c") ? List.copyOf(soFar) : step);
    }
    return variants;
  }

  /** Every way to append one of the variants to one of the lists. */
  static <T> List<List<T>> product(List<List<T>> lists, List<List<T>> variants) {
    List<List<T>> result = new ArrayList<>();
    for (List<T> list : lists) {
      for (List<T> variant : variants) {
        List<T> joined = new ArrayList<>(list);
        variant.stream().filter(item -> !joined.contains(item)).forEach(joined::add);
        result.add(joined);
      }
    }
    return result;
  }
}
