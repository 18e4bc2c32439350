package careworkforce.common.estimate.absorb;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Blocks in this process, worked on at once in parts whose number does not depend on the machine.
 *
 * @param list the blocks, in order
 * @param <B> a block
 */
public record LocalBlocks<B>(List<B> list) implements Blocks<B> {
  private static final int PARTS = 8;

  @Override
  public <A extends Serializable> A fold(Fold<B, A> fold) {
    int parts = Math.max(1, Math.min(PARTS, list.size()));
    List<A> sums =
        IntStream.range(0, parts)
            .parallel()
            .mapToObj(
                part -> {
                  A sum = fold.start();
                  int to = (int) ((long) list.size() * (part + 1) / parts);
                  for (int b = (int) ((long) list.size() * part / parts); b < to; b++) {
                    fold.add(sum, list.get(b));
                  }
                  return sum;
                })
            .toList();
    A total = sums.get(0);
    sums.subList(1, parts).forEach(part -> fold.merge(total, part));
    return total;
  }
}
