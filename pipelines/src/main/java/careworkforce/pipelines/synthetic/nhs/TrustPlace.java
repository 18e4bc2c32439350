package careworkforce.pipelines.synthetic.nhs;

import careworkforce.pipelines.synthetic.Draw;
import careworkforce.pipelines.synthetic.Fact;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.area.LocalAuthority;
import java.util.List;

/**
 * The district that a trust stands in: one of its region, told by its code alone. Two trusts may
 * stand in one.
 *
 * @param code of the trust at the end of the study's window
 */
public record TrustPlace(int month, String code, LocalAuthority district) implements Fact {

  /** Where a trust stands, under its last code. */
  static TrustPlace of(WorldSettings world, Trust trust) {
    String code = trust.lastCode();
    Trust first = Trust.last(code);
    List<LocalAuthority> near =
        LocalAuthority.ALL.stream().filter(d -> d.region() == first.region()).toList();
    int at = Math.floorMod(Draw.mix(code.hashCode()), near.size());
    return new TrustPlace(world.from(), code, near.get(at));
  }
}
