package careworkforce.common.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class MeasurementTest {
  /** Far more than what dies or is born beside it in a process that Spark's tests share. */
  private static final int BYTES = 512 << 20;

  @Test
  void shouldCountInTheLiveHeapWhatACollectionLeavesAndNoGarbage() throws Exception {
    Measurement garbage = Measurement.begin();
    byte[] held = new byte[BYTES];
    Arrays.fill(held, (byte) 1);
    held = null;
    collected(garbage, () -> garbage.liveHeap() > 0);
    long alive = garbage.liveHeap();
    assertThat(garbage.peakHeap())
        .isGreaterThan(alive + BYTES / 2)
        .isLessThanOrEqualTo(Runtime.getRuntime().maxMemory());

    Measurement holding = Measurement.begin();
    byte[] kept = new byte[BYTES];
    Arrays.fill(kept, (byte) 1);
    collected(holding, () -> holding.liveHeap() > alive + BYTES / 2);
    assertThat(holding.liveHeap()).isGreaterThan(alive + BYTES / 2);
    assertThat(kept).hasSize(BYTES);
  }

  /**
   * Asks for full collections until one is told of that shows it: collectors tell of one a little
   * after it, and one that is asked for while native code holds an array does not come.
   */
  private static void collected(Measurement measurement, BooleanSupplier shown) throws Exception {
    long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    do {
      System.gc();
      Thread.sleep(100);
    } while (!shown.getAsBoolean() && System.nanoTime() < until);
    assertThat(measurement.liveHeap()).isPositive();
  }
}
