package careworkforce.common.estimate.collapse;

import careworkforce.common.estimate.Collapsing;
import careworkforce.common.estimate.EstimateOptions;
import careworkforce.common.estimate.data.Design;
import careworkforce.common.estimate.data.DesignBuilder;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.formula.Specification;
import java.util.Set;
import java.util.stream.IntStream;

/** The design of a model on a frame, of cells where that pays. */
public final class Collapse {
  /** Rows a cell on average from which collapsing pays. */
  public static final int ROWS_A_CELL = 8;

  private static final int MANY_ROWS = 100_000;
  private static final int SAMPLED = 65_536;

  private Collapse() {}

  /**
   * Builds the design. Unless the options say otherwise, rows of a likelihood, which are gone over
   * many times, are collapsed when there are a hundred thousand or more and an even sample of them
   * has one distinct row in {@link #ROWS_A_CELL}.
   *
   * @throws careworkforce.common.error.UserError if the data do not allow the model
   */
  public static Design design(
      String family, Specification specification, Frame frame, EstimateOptions options) {
    Collapsible model = new Collapsible(family, specification, options);
    boolean collapsed =
        model.wanted() && (options.collapsing() == Collapsing.ALWAYS || pays(family, model, frame));
    return collapsed
        ? CellTable.of(specification, frame, options.forDesign(), model.keys(), model.counts())
            .design(specification, options, model.keys())
        : DesignBuilder.build(specification, frame, options.forDesign());
  }

  private static boolean pays(String family, Collapsible model, Frame frame) {
    Set<String> keys = model.keys();
    if (family.equals("gaussian") || frame.rows() < MANY_ROWS || !frame.names().containsAll(keys)) {
      return false;
    }
    int[] sample =
        IntStream.range(0, SAMPLED).map(i -> (int) ((long) i * frame.rows() / SAMPLED)).toArray();
    Frame few = frame.only(keys).take(sample);
    int[] all = IntStream.range(0, SAMPLED).toArray();
    return (long) ROWS_A_CELL * CellIndex.of(few, keys, all).count() <= SAMPLED;
  }
}
