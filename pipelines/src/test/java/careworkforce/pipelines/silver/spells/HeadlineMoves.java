package careworkforce.pipelines.silver.spells;

import careworkforce.pipelines.TestRows;

/**
 * Moves of nursing support staff who become nurses directly, in a headline way unless told else.
 */
public final class HeadlineMoves {
  private static final OccupationMoves V = OccupationMoves.TABLE;

  private HeadlineMoves() {}

  /** No rows yet; a row names its person, month and what differs. */
  public static TestRows rows() {
    return TestRows.of(V)
        .each(
            V.fromGroup,
            "NURSING_SUPPORT",
            V.toGroup,
            "NURSES",
            V.direction,
            "up",
            V.means,
            "direct",
            V.viaGap,
            false,
            V.gapMonths,
            0,
            V.secondaryPromoted,
            false,
            V.headline,
            true);
  }
}
