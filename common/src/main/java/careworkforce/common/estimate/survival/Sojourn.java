package careworkforce.common.estimate.survival;

/**
 * A stay in a state.
 *
 * @param start when it comes under observation
 * @param stop when it ends, after the start
 * @param from the state, from 0
 * @param to state moved to at the stop, or -1 where observation ends
 */
public record Sojourn(double start, double stop, int from, int to) {
  /** A stay that observation ends. */
  public static final int CENSORED = -1;
}
