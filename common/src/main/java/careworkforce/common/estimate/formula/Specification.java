package careworkforce.common.estimate.formula;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One model to fit: a formula after its several outcomes and stepwise parts are spelled out.
 *
 * @param outcome left side
 * @param intercept whether a constant is wanted; it is not when effects are absorbed
 * @param regressors exogenous regressors
 * @param effects absorbed effects
 * @param endogenous instrumented regressors; empty without a third part
 * @param instruments excluded instruments
 */
public record Specification(
    Term outcome,
    boolean intercept,
    List<Term> regressors,
    List<EffectTerm> effects,
    List<Term> endogenous,
    List<Term> instruments)
    implements Serializable {

  /** Whether regressors are instrumented. */
  public boolean instrumented() {
    return !endogenous.isEmpty();
  }

  /** Whether a constant is fitted, by itself or as the levels of an absorbed effect. */
  public boolean constant() {
    return intercept || effects.stream().anyMatch(EffectTerm::intercept);
  }

  /** As it would be written. */
  public String text() {
    StringBuilder text = new StringBuilder(outcome.name()).append(" ~ ").append(right());
    if (!effects.isEmpty()) {
      text.append(" | ")
          .append(effects.stream().map(EffectTerm::name).collect(Collectors.joining(" + ")));
    }
    if (instrumented()) {
      text.append(" | ").append(sum(endogenous)).append(" ~ ").append(sum(instruments));
    }
    return text.toString();
  }

  private String right() {
    if (regressors.isEmpty()) {
      return constant() ? "1" : "0";
    }
    return (constant() ? "" : "0 + ") + sum(regressors);
  }

  private static String sum(List<Term> terms) {
    return terms.stream().map(Term::name).collect(Collectors.joining(" + "));
  }
}
