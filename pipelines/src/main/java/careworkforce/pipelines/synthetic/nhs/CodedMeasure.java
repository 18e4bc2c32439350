package careworkforce.pipelines.synthetic.nhs;

import careworkforce.pipelines.synthetic.Draw;
import careworkforce.pipelines.synthetic.Fact;
import careworkforce.pipelines.synthetic.WorldSettings;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who interviewed in a trust coded it to: how far it gives support workers leave to
 * train as nurses, 1 to 5. One trust in five was visited. The code goes with nothing else.
 *
 * @param code of the trust at the end of the study's window
 */
public record CodedMeasure(int month, String code, int value) implements Fact {

  /** That of a trust, by its last code; null if nobody went there. */
  static @Nullable CodedMeasure of(WorldSettings world, String code) {
    Draw draw = world.draw("coded measure", Trust.number(code));
    return draw.chance(0.2) ? new CodedMeasure(world.from(), code, draw.between(1, 5)) : null;
  }
}
