package careworkforce.common.estimate.absorb;

import java.io.Serializable;

/**
 * Rows in blocks of whole groups of the eliminated effect, kept in this process or on the executors
 * of a cluster. Work goes to the blocks; only sums come back.
 *
 * @param <B> a block as it is kept
 */
public interface Blocks<B> {
  /** Sums over all blocks, block by block in their order and then part by part in theirs. */
  <A extends Serializable> A fold(Fold<B, A> fold);

  /**
   * A sum over blocks.
   *
   * @param <B> a block
   * @param <A> the sum
   */
  interface Fold<B, A extends Serializable> extends Serializable {
    /** Nothing summed yet. */
    A start();

    /** Adds a block to the sum, in place. */
    void add(A sum, B block);

    /** Adds another part's sum, in place. */
    void merge(A sum, A other);
  }
}
