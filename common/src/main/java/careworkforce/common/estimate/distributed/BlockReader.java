package careworkforce.common.estimate.distributed;

import careworkforce.common.estimate.absorb.BlockRows;
import careworkforce.common.estimate.absorb.VaryingSlopes;
import careworkforce.common.estimate.formula.EffectTerm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a block's rows as passes want them: the reduced system's columns are the levels of the
 * effects that are not eliminated, one effect after the other, intercepts before slopes.
 */
final class BlockReader implements BlockRows.Reader<Block> {
  private static final long serialVersionUID = 1L;

  private final Encoding encoding;
  private final EffectTerm eliminated;
  private final EffectTerm[] others;
  private final SpreadTerm[] terms;
  private final SlopeScales scales;

  /**
   * A reader for a model.
   *
   * @param terms by which blocks' columns are spread, in their order
   */
  BlockReader(
      Encoding encoding,
      EffectTerm eliminated,
      List<EffectTerm> others,
      List<SpreadTerm> terms,
      SlopeScales scales) {
    this.encoding = encoding;
    this.eliminated = eliminated;
    this.others = others.toArray(EffectTerm[]::new);
    this.terms = terms.toArray(SpreadTerm[]::new);
    this.scales = scales;
  }

  /** Number of columns of the reduced system. */
  int columns() {
    return Arrays.stream(others)
        .mapToInt(e -> encoding.levels(e.name()) * (e.slopes().size() + (e.intercept() ? 1 : 0)))
        .sum();
  }

  @Override
  public BlockRows read(Block block) {
    List<int[]> index = new ArrayList<>();
    List<double @Nullable []> values = new ArrayList<>();
    int before = 0;
    for (EffectTerm effect : others) {
      String name = effect.name();
      if (effect.intercept()) {
        index.add(encoding.codes(block, name, before));
        values.add(null);
        before += encoding.levels(name);
      }
      for (int s = 0; s < effect.slopes().size(); s++) {
        index.add(encoding.codes(block, name, before));
        values.add(scales.scaled(name, s, encoding.codes(block, name), block.slopesOf(name)[s]));
        before += encoding.levels(name);
      }
    }
    return new BlockRows(
        block.starts(),
        index.toArray(int[][]::new),
        block.outcome(),
        regressors(block),
        block.weights(),
        block.offset(),
        new VaryingSlopes(
            values.toArray(double[][]::new),
            block.slopesOf(eliminated.name()),
            eliminated.intercept()));
  }

  /** Regressors of a block's rows, dummies written out. */
  double[][] regressors(Block block) {
    return IntStream.range(0, terms.length)
        .mapToObj(t -> terms[t].columns(block, block.bases()[t]))
        .flatMap(Arrays::stream)
        .toArray(double[][]::new);
  }
}
