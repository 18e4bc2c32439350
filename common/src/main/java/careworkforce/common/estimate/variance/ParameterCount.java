package careworkforce.common.estimate.variance;

import careworkforce.common.estimate.absorb.Absorber;
import careworkforce.common.estimate.absorb.Components;
import careworkforce.common.estimate.absorb.Effect;
import careworkforce.common.estimate.data.Levels;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts the parameters K of a model with absorbed effects, under a convention. The intercepts of
 * an effect nested in clusters do not count where the convention says so; its slopes always do, as
 * in fixest.
 */
public final class ParameterCount {
  /** What a fit says whose convention wants the rank of its effects, which was not found. */
  public static final String PAIRWISE =
      "The exact number of parameters was not found: of the effects' redundant levels, those"
          + " between pairs of effects alone are taken off, so K and standard errors may be too"
          + " large.";

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
    return count(convention, slopes, new Absorbed(clusters));
  }

  /** What a reader should know of a count over the effects of an absorber, in sentences. */
  public static List<String> notes(SmallSample convention, Absorber absorber) {
    boolean exact =
        convention.redundant() == SmallSample.Redundant.RANK
            && convention.counted() != SmallSample.Counted.NONE;
    return exact && absorber.rank() < 0 ? List.of(PAIRWISE) : List.of();
  }

  /**
   * K under a convention, from facts about the effects. Where a rank is wanted that they do not
   * know, redundant levels are found by pairs of effects.
   */
  public static int count(SmallSample convention, int slopes, EffectFacts facts) {
    List<EffectFacts.Shape> effects = facts.effects();
    if (effects.isEmpty() || convention.counted() == SmallSample.Counted.NONE) {
      return slopes;
    }
    List<Integer> nested = new ArrayList<>();
    for (int e = 0; e < effects.size(); e++) {
      if (convention.counted() == SmallSample.Counted.NOT_NESTED && facts.nested(e)) {
        nested.add(e);
      }
    }
    if (convention.redundant() == SmallSample.Redundant.RANK) {
      int rank = facts.rank();
      List<Integer> levels = nested.stream().filter(e -> effects.get(e).intercept()).toList();
      int inside = levels.isEmpty() ? 1 : facts.rankOfIntercepts(levels);
      if (rank >= 0 && inside >= 0) {
        return slopes + rank - (inside - 1);
      }
    }
    int total = slopes + 1;
    List<Integer> seen = new ArrayList<>();
    for (int e = 0; e < effects.size(); e++) {
      EffectFacts.Shape effect = effects.get(e);
      total += effect.levels() * effect.slopes();
      if (!nested.contains(e) && effect.intercept()) {
        total += effect.levels() - 1 - redundant(convention, facts, e, seen);
        seen.add(e);
      }
    }
    boolean anyIntercept = effects.stream().anyMatch(EffectFacts.Shape::intercept);
    return anyIntercept ? total : total - 1;
  }

  /** Components beyond one with the most entangled effect before it. */
  private static int redundant(
      SmallSample convention, EffectFacts facts, int effect, List<Integer> before) {
    if (convention.redundant() == SmallSample.Redundant.IGNORED) {
      return 0;
    }
    int most = 1;
    for (int other : before) {
      most = Math.max(most, facts.components(other, effect));
    }
    return most - 1;
  }

  /** Facts about the effects of an absorber. */
  private final class Absorbed implements EffectFacts {
    private final Collection<Levels> clusters;

    Absorbed(Collection<Levels> clusters) {
      this.clusters = clusters;
    }

    private Effect effect(int position) {
      return absorber.effects().get(position);
    }

    @Override
    public List<Shape> effects() {
      return absorber.effects().stream()
          .map(e -> new Shape(e.levels(), e.intercept(), e.slopes().size()))
          .toList();
    }

    @Override
    public boolean nested(int position) {
      Effect effect = effect(position);
      return clusters.stream()
          .anyMatch(c -> new Levels(effect.codes(), effect.levels()).nestedIn(c));
    }

    @Override
    public int rank() {
      return absorber.rank();
    }

    @Override
    public int rankOfIntercepts(List<Integer> some) {
      List<Effect> nested =
          some.stream()
              .map(this::effect)
              .map(e -> Effect.of(e.name(), e.codes(), e.levels()))
              .toList();
      if (nested.size() == 1) {
        return nested.get(0).levels();
      }
      Absorber part = Absorber.of(nested, nested.get(0).codes().length);
      part.reweight(weights);
      return part.rank();
    }

    @Override
    public int components(int left, int right) {
      Effect a = effect(left);
      Effect b = effect(right);
      return Components.count(a.codes(), a.levels(), b.codes(), b.levels());
    }
  }
}
