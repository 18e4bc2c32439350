package careworkforce.common.estimate.variance;

import java.util.List;

/** What counting parameters needs to know of absorbed effects, wherever their rows are. */
public interface EffectFacts {
  /** The effects, in the order of the formula. */
  List<Shape> effects();

  /** Whether each level of an effect lies within one cluster of some clustering. */
  boolean nested(int effect);

  /** Exact number of parameters that all effects use, or -1 where it is not known. */
  int rank();

  /** The same for the intercepts of some of the effects, slopes left aside. */
  int rankOfIntercepts(List<Integer> some);

  /** Connected components of the graph of two effects' levels. */
  int components(int left, int right);

  /**
   * An effect's size.
   *
   * @param levels number of levels
   * @param intercept whether each has an intercept
   * @param slopes slopes of each level
   */
  record Shape(int levels, boolean intercept, int slopes) {}
}
