package careworkforce.pipelines.synthetic.nhs;

import careworkforce.common.time.Month;
import careworkforce.pipelines.synthetic.Fact;
import careworkforce.pipelines.synthetic.WorldSettings;
import org.jspecify.annotations.Nullable;

/**
 * A merger of 2021 as a user delivers those after the ones that the pipelines know. They know these
 * as well: delivered or not, all staff stand under the same trusts.
 *
 * @param name of the trust that ended
 * @param from first month under the successor
 */
public record TrustSuccessor(int month, String code, String successor, String name, int from)
    implements Fact {
  private static final int BEFORE = Month.of(2020, 12).number();

  /** That of a trust; null if it did not merge in 2021, or stood under another code before. */
  static @Nullable TrustSuccessor of(WorldSettings world, Trust trust) {
    if (!trust.codeIn(BEFORE).equals(trust.code()) || trust.lastCode().equals(trust.code())) {
      return null;
    }
    int last = BEFORE;
    while (!trust.mergesAfter(last)) {
      last++;
    }
    return new TrustSuccessor(world.from(), trust.code(), trust.lastCode(), trust.name(), last + 1);
  }
}
