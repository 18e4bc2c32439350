package careworkforce.common.estimate.distributed;

import careworkforce.common.estimate.data.Column;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * One factor of a term: the dummies of a column, or a number that is the same for all of them.
 *
 * @param column whose levels become dummies; empty for a number
 * @param prefix of the dummies' names, before the level; the whole name of a number
 * @param references levels left out
 * @param only levels kept; empty for all
 * @param dropFirst whether the first level is left out, where there are others
 * @param numbers whether levels are numbers, and so ordered
 */
record Factor(
    String column,
    String prefix,
    List<String> references,
    List<String> only,
    boolean dropFirst,
    boolean numbers)
    implements Serializable {

  static Factor number(String text) {
    return new Factor("", text, List.of(), List.of(), false, false);
  }

  boolean dummies() {
    return !column.isEmpty();
  }

  /**
   * Levels that have a dummy, in the order in which the driver writes them.
   *
   * @param seen levels of the rows used
   * @throws careworkforce.common.error.UserError if a level to be left out or kept is none of them
   */
  List<String> chosen(String[] seen) {
    if (!dummies()) {
      return List.of("");
    }
    Comparator<String> order =
        numbers ? Comparator.comparing(BigDecimal::new) : Comparator.naturalOrder();
    List<String> levels = Arrays.stream(seen).sorted(order).toList();
    Column.Codes codes = new Column.Codes(new int[0], levels);
    references.forEach(level -> codes.requireReference(column, level));
    only.forEach(level -> codes.requireKept(column, level));
    List<String> chosen =
        levels.stream()
            .filter(l -> !references.contains(l) && (only.isEmpty() || only.contains(l)))
            .toList();
    return chosen.subList(dropFirst && chosen.size() > 1 ? 1 : 0, chosen.size());
  }
}
