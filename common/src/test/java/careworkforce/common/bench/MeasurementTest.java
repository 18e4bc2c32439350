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

  /** Collectors tell of a collection a little after it. */
  private static void collected(Measurement measurement, BooleanSupplier told) throws Exception {
    long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    System.gc();
    while (!told.getAsBoolean() && System.nanoTime() < until) {
      Thread.sleep(10);
    }
    assertThat(measurement.liveHeap()).isPositive();
  }
}
