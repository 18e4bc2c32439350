package careworkforce.pipelines.synthetic.nhs;

import careworkforce.pipelines.synthetic.CareerEffects;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.area.Area;
import careworkforce.pipelines.synthetic.area.HousePricePath;
import careworkforce.pipelines.synthetic.area.LocalAuthority;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What staff find in each trust: house prices around it, and its policy. The same for all staff.
 */
final class Circumstances {
  private static final Map<World, Circumstances> KNOWN = new ConcurrentHashMap<>();

  private final CareerEffects effects;
  private final Map<Trust, Site> sites = new IdentityHashMap<>();

  /** What tells one world's trusts from another's. */
  private record World(long seed, int areas, int from, int to, CareerEffects effects) {}

  private record Site(HousePricePath prices, int policyFrom) {}

  private Circumstances(WorldSettings world) {
    this.effects = world.careers();
    Map<LocalAuthority, Integer> areas = new HashMap<>();
    for (int area = 0; area < world.areas(); area++) {
      for (LocalAuthority district : Area.of(area, world.areas()).districts()) {
        areas.put(district, area);
      }
    }
    for (Trust trust : Trust.ALL) {
      TrustPlace place = TrustPlace.of(world, trust);
      TrustPolicy policy = TrustPolicy.of(world, place.code(), TrustPolicy.CAREERS);
      sites.put(
          trust,
          new Site(
              HousePricePath.of(world, areas.getOrDefault(place.district(), 0)),
              policy == null ? Integer.MAX_VALUE : policy.from()));
    }
  }

  static Circumstances of(WorldSettings world) {
    return KNOWN.computeIfAbsent(
        new World(world.seed(), world.areas(), world.from(), world.to(), world.careers()),
        w -> new Circumstances(world));
  }

  private Site site(Trust trust) {
    return sites.getOrDefault(trust, new Site(sites.values().iterator().next().prices(), 0));
  }

  /** Log hazard ratio of moves between groups by the policy as it was in a month. */
  double policy(Trust trust, int month) {
    return month >= site(trust).policyFrom() ? effects.policyOnMoves() : 0;
  }

  /** Log hazard ratio of moves to another trust by house prices of a month. */
  double housePrice(Trust trust, int month) {
    return effects.housePriceOnTrustMoves() * site(trust).prices().deviation(month);
  }
}
