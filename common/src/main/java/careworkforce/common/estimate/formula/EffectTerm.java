package careworkforce.common.estimate.formula;

import java.io.Serializable;
import java.util.List;

/**
 * An absorbed effect as written: {@code a}, {@code a^b}, {@code a[x]} or {@code a[[x]]}.
 *
 * @param columns columns whose combinations are the levels
 * @param slopes expressions whose coefficient varies by level
 * @param intercept whether the level has an intercept too (single brackets or none)
 */
public record EffectTerm(List<String> columns, List<Expression> slopes, boolean intercept)
    implements Serializable {
  /** As written. */
  public String name() {
    String base = String.join("^", columns);
    if (slopes.isEmpty()) {
      return base;
    }
    String inside = String.join(", ", slopes.stream().map(Expression::text).toList());
    return intercept ? base + "[" + inside + "]" : base + "[[" + inside + "]]";
  }
}
