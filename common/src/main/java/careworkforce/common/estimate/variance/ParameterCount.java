package careworkforce.common.estimate.variance;

import careworkforce.common.estimate.absorb.Absorber;
import careworkforce.common.estimate.absorb.Components;
import careworkforce.common.estimate.absorb.Effect;
import careworkforce.common.estimate.data.Levels;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts the parameters K of a model with absorbed effects, under a convention. */
public final class ParameterCount {
  private final SmallSample convention;
  private final Absorber absorber;
  private final double @Nullable [] weights;

  /**
   * A count over the effects of an absorber, whose rank under the weights is used where it is
   * wanted.
   */
  public ParameterCount(SmallSample convention, Absorber absorber, double @Nullable [] weights) {
    this.convention = convention;
    this.absorber = absorber;
    this.weights = weights;
  }

  /**
   * K for a variance clustered by the given levels (none for other variances).
   *
   * @param slopes number of estimated coefficients, constant included where there is one
   */
  public int count(int slopes, Collection<Levels> clusters) {
    if (absorber.isEmpty() || convention.counted() == SmallSample.Counted.NONE) {
      return slopes;
    }
    List<Effect> counted = new ArrayList<>();
    List<Effect> nested = new ArrayList<>();
    for (Effect effect : absorber.effects()) {
      (nests(effect, clusters) ? nested : counted).add(effect);
    }
    if (convention.redundant() == SmallSample.Redundant.RANK) {
      int rank = absorber.rank();
      if (rank >= 0) {
        return slopes + rank - (nested.isEmpty() ? 0 : rankOf(nested) - 1);
      }
    }
    int total = slopes + 1;
    boolean first = true;
    List<Effect> seen = new ArrayList<>();
    for (Effect effect : absorber.effects()) {
      total += effect.levels() * effect.slopes().size();
      if (nested.contains(effect)) {
        continue;
      }
      if (effect.intercept()) {
        total += effect.levels() - 1 - (first ? 0 : redundant(effect, seen));
        first = false;
        seen.add(effect);
      }
    }
    boolean anyIntercept = absorber.effects().stream().anyMatch(Effect::intercept);
    return anyIntercept ? total : total - 1;
  }

  private boolean nests(Effect effect, Collection<Levels> clusters) {
    return convention.counted() == SmallSample.Counted.NOT_NESTED
        && clusters.stream().anyMatch(c -> new Levels(effect.codes(), effect.levels()).nestedIn(c));
  }

  private int rankOf(List<Effect> nested) {
    if (nested.size() == 1 && nested.get(0).plain()) {
      return nested.get(0).levels();
    }
    Absorber part = Absorber.of(nested, nested.get(0).codes().length);
    part.reweight(weights);
    return part.rank();
  }

  /** Components beyond one with the most entangled effect before it. */
  private int redundant(Effect effect, List<Effect> before) {
    if (convention.redundant() == SmallSample.Redundant.IGNORED) {
      return 0;
    }
    int most = 1;
    for (Effect other : before) {
      most =
          Math.max(
              most,
              Components.count(other.codes(), other.levels(), effect.codes(), effect.levels()));
    }
    return most - 1;
  }
}
