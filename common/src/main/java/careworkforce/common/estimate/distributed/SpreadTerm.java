package careworkforce.common.estimate.distributed;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A term whose dummies are known: writes out the columns that a block keeps folded. */
final class SpreadTerm implements Serializable {
  private static final long serialVersionUID = 1L;

  private final ArrayList<String> columns = new ArrayList<>();
  private final ArrayList<HashMap<String, Integer>> places = new ArrayList<>();
  private final ArrayList<String> names;

  /**
   * Spreads a term.
   *
   * @param seen levels of the rows used, by column
   * @throws careworkforce.common.error.UserError if a reference is none of a column's levels
   */
  SpreadTerm(TermFactors term, Map<String, String[]> seen) {
    List<String> joined = List.of("");
    for (Factor factor : term.factors()) {
      List<String> chosen = factor.chosen(seen.getOrDefault(factor.column(), new String[0]));
      if (factor.dummies()) {
        HashMap<String, Integer> place = new HashMap<>();
        chosen.forEach(level -> place.put(level, place.size()));
        columns.add(factor.column());
        places.add(place);
      }
      List<String> next = new ArrayList<>();
      for (String before : joined) {
        for (String level : chosen) {
          next.add((before.isEmpty() ? "" : before + ":") + factor.prefix() + level);
        }
      }
      joined = next;
    }
    names = new ArrayList<>(joined);
  }

  /** Names of the columns. */
  List<String> names() {
    return names;
  }

  /** The columns of a block's rows, given the number that multiplies the dummies. */
  double[][] columns(Block block, double[] base) {
    if (columns.isEmpty()) {
      return new double[][] {base};
    }
    int[] at = new int[base.length];
    for (int f = 0; f < columns.size(); f++) {
      HashMap<String, Integer> place = places.get(f);
      int[] levels =
          block
              .codesOf(columns.get(f))
              .translated(
                  Arrays.stream(block.labelsOf(columns.get(f)))
                      .mapToInt(label -> place.getOrDefault(label, -1))
                      .toArray());
      for (int i = 0; i < at.length; i++) {
        at[i] = at[i] < 0 || levels[i] < 0 ? -1 : at[i] * place.size() + levels[i];
      }
    }
    double[][] spread = new double[names.size()][base.length];
    for (int i = 0; i < at.length; i++) {
      if (at[i] >= 0) {
        spread[at[i]][i] = base[i];
      }
    }
    return spread;
  }
}
