package careworkforce.common.estimate.distributed;

import org.apache.spark.rdd.InputFileBlockHolder;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Notices when a task goes on to another piece of a file: Spark packs pieces into partitions in any
 * order, so keys that ascend from one to the next say nothing of what lies between.
 */
final class FileSplit {
  private UTF8String path = UTF8String.EMPTY_UTF8;
  private long start = -1;

  /** Whether the row just read comes from another piece than the one before. */
  boolean changed() {
    UTF8String now = InputFileBlockHolder.getInputFilePath();
    long from = InputFileBlockHolder.getStartOffset();
    if (from == start && now.equals(path)) {
      return false;
    }
    path = now;
    start = from;
    return true;
  }
}
