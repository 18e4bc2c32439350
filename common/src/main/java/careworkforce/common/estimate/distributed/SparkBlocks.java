package careworkforce.common.estimate.distributed;

import careworkforce.common.estimate.absorb.Blocks;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.storage.StorageLevel;

/** Blocks kept by Spark, in memory as far as it reaches and on disk beyond. */
final class SparkBlocks implements Blocks<Block> {
  private final JavaRDD<Block> rdd;

  SparkBlocks(JavaRDD<Block> rdd) {
    this.rdd = rdd.persist(StorageLevel.MEMORY_AND_DISK());
  }

  @Override
  public <A extends Serializable> A fold(Fold<Block, A> fold) {
    List<A> parts = rdd.mapPartitions(blocks -> List.of(sum(blocks, fold)).iterator()).collect();
    A total = fold.start();
    parts.forEach(part -> fold.merge(total, part));
    return total;
  }

  private static <A extends Serializable> A sum(Iterator<Block> blocks, Fold<Block, A> fold) {
    A sum = fold.start();
    blocks.forEachRemaining(block -> fold.add(sum, block));
    return sum;
  }

  /** The blocks changed one by one. */
  SparkBlocks map(Function<Block, Block> change) {
    return new SparkBlocks(rdd.map(change));
  }

  void release() {
    rdd.unpersist(false);
  }
}
