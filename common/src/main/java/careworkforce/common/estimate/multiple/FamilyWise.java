package careworkforce.common.estimate.multiple;

import careworkforce.common.error.UserError;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * p-values adjusted so that the chance of any false rejection stays below the level, whatever the
 * dependence of the tests.
 */
public final class FamilyWise {
  private FamilyWise() {}

  /** Bonferroni's: each p-value times the number of tests. */
  public static double[] bonferroni(double... pValues) {
    check(pValues);
    return Arrays.stream(pValues).map(p -> Math.min(1, p * pValues.length)).toArray();
  }

  /** Holm's step-down (1979): never larger than Bonferroni's. */
  public static double[] holm(double... pValues) {
    check(pValues);
    int[] order = ascending(pValues);
    double[] adjusted = new double[pValues.length];
    double least = 0;
    for (int rank = 0; rank < order.length; rank++) {
      least = Math.max(least, Math.min(1, pValues[order[rank]] * (order.length - rank)));
      adjusted[order[rank]] = least;
    }
    return adjusted;
  }

  private static int[] ascending(double[] values) {
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> values[i]).thenComparingInt(i -> i))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static void check(double[] pValues) {
    for (int i = 0; i < pValues.length; i++) {
      if (!(pValues[i] >= 0 && pValues[i] <= 1)) {
        throw UserError.usage(
            "adjust p-value " + (i + 1),
            "it is " + pValues[i],
            "Give numbers from 0 to 1; leave out tests without one");
      }
    }
  }
}
