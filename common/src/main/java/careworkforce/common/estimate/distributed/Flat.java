package careworkforce.common.estimate.distributed;

import careworkforce.common.estimate.glm.Response;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * When a level's outcomes are flat, so that its effect has no finite estimate.
 *
 * @param response of a likelihood, or null for a linear model, where they never are
 */
record Flat(@Nullable Response response) implements Serializable {
  /** Whether no outcomes are flat. */
  boolean never() {
    return response == null;
  }

  /** Whether those of a level are, with so many rows, and so many of positive outcome. */
  boolean holds(long rows, long positive) {
    return response != null && response.separates(rows - positive, positive);
  }

  /** Whether those of a block's rows from one to before another are. */
  boolean holds(Block block, int from, int to) {
    long positive = 0;
    for (int i = from; i < to; i++) {
      positive += block.outcome()[i] > 0 ? 1 : 0;
    }
    return holds(to - from, positive);
  }
}
