package careworkforce.common.estimate.data;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.formula.EffectTerm;
import careworkforce.common.estimate.formula.Specification;
import careworkforce.common.estimate.formula.Term;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the rows that have everything a model needs, and why the others have not. */
public final class CompleteRows {
  private final Specification specification;
  private final Evaluator evaluator;
  private final TermColumns terms;
  private final DesignOptions options;
  private final Function<String, Column.Codes> codes;

  CompleteRows(
      Specification specification,
      Evaluator evaluator,
      DesignOptions options,
      Function<String, Column.Codes> codes) {
    this.specification = specification;
    this.evaluator = evaluator;
    this.terms = new TermColumns(evaluator);
    this.options = options;
    this.codes = codes;
  }

  /**
   * Complete rows of a frame.
   *
   * @param rows ascending
   * @param outcome of these rows
   * @param weights of these rows, or null
   * @param dropped the others, by reason
   */
  public record Found(
      int[] rows, double[] outcome, double @Nullable [] weights, Map<String, Integer> dropped) {}

  /** Screens the frame; outcome and weights only where the frame has them. */
  RowMask mask(boolean withOutcome) {
    Frame frame = evaluator.frame();
    RowMask mask = new RowMask(frame.rows());
    Stream.of(
            withOutcome ? Stream.of(specification.outcome()) : Stream.<Term>of(),
            specification.regressors().stream(),
            specification.endogenous().stream(),
            specification.instruments().stream())
        .flatMap(s -> s)
        .forEach(term -> terms.screen(term, mask));
    for (EffectTerm effect : specification.effects()) {
      effect.columns().forEach(c -> mask.dropMissing(codes.apply(c).values(), c));
      effect.slopes().forEach(s -> mask.dropUnusable(evaluator.values(s), s.text()));
    }
    for (String cluster : options.clusters()) {
      DesignBuilder.parts(cluster).forEach(c -> mask.dropMissing(codes.apply(c).values(), c));
    }
    options.numbers().forEach(c -> mask.dropUnusable(frame.numbers(c), c));
    if (options.offset() != null) {
      mask.dropUnusable(frame.numbers(options.offset()), options.offset());
    }
    if (withOutcome && options.weights() != null) {
      screenWeights(options.weights(), mask);
    }
    return mask;
  }

  private void screenWeights(String name, RowMask mask) {
    double[] weights = evaluator.frame().numbers(name);
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] < 0) {
        throw UserError.checks(
            "weight by '" + name + "'",
            "row " + (i + 1) + " has " + weights[i],
            "Give weights that are zero or more");
      }
    }
    mask.dropUnusable(weights, name);
    mask.dropZero(weights, name);
  }
}
