package careworkforce.common.bench;

import java.lang.management.ManagementFactory;

/** Seconds, processor seconds and heap of this process since a beginning. */
public final class Measurement {
  private final long began = System.nanoTime();
  private final double used = processorSeconds();

  private Measurement() {}

  /** Begins; what the heap held at its peak before is forgotten. */
  public static Measurement begin() {
    CollectedHeap.forget();
    return new Measurement();
  }

  /** Begins; the heap's peak goes on from what was begun before. */
  public static Measurement goOn() {
    return new Measurement();
  }

  /** Wall-clock seconds since the beginning. */
  public double seconds() {
    return (System.nanoTime() - began) / 1e9;
  }

  /** Processor seconds of all threads since the beginning; not a number where none are counted. */
  public double cpu() {
    return processorSeconds() - used;
  }

  /**
   * Most bytes of heap in use at one moment: with garbage that no collection has taken yet, so near
   * to the heap's limit under any collector that waits until it is full.
   */
  public long peakHeap() {
    long now = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    return Math.max(now, CollectedHeap.fullest());
  }

  /**
   * Most bytes of heap that a full collection of garbage has left, or a young one if there was no
   * full one; 0 if there was neither. Of a full one it is what was alive then.
   */
  public long liveHeap() {
    return CollectedHeap.most();
  }

  private static double processorSeconds() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime() / 1e9
        : Double.NaN;
  }
}
