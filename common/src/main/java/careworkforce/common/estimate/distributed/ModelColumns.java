package careworkforce.common.estimate.distributed;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Columns of a model as passes order them: the outcome, counted 0, then those that are not
 * instrumented, those that are, and the excluded instruments.
 *
 * @param outside names of the regressors that are not instrumented
 * @param inside names of the instrumented regressors
 * @param excluded names of the excluded instruments
 */
record ModelColumns(List<String> outside, List<String> inside, List<String> excluded) {
  /** Number of columns, the outcome among them. */
  int width() {
    return 1 + outside.size() + inside.size() + excluded.size();
  }

  /** Names of all columns after the outcome. */
  List<String> names() {
    return Stream.of(outside, inside, excluded).flatMap(List::stream).toList();
  }

  int[] exogenous() {
    return IntStream.range(1, 1 + outside.size()).toArray();
  }

  int[] endogenous() {
    int from = 1 + outside.size();
    return IntStream.range(from, from + inside.size()).toArray();
  }

  int[] instruments() {
    return IntStream.range(width() - excluded.size(), width()).toArray();
  }
}
