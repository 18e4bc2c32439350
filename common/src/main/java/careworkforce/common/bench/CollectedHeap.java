package careworkforce.common.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.stream.Collectors;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/**
 * What collections of garbage find and leave in the heap of this process, as each collector tells
 * after it ({@link GarbageCollectionNotificationInfo}). The heap grows until one, so that it is
 * fullest just before. What a full collection leaves is alive; what a young one leaves may be
 * garbage that grew old.
 */
final class CollectedHeap {
  private static final String FULL = "end of major GC";
  private static final CollectedHeap HEAP = new CollectedHeap();

  private final LongAccumulator before = new LongAccumulator(Math::max, 0);
  private final LongAccumulator byFull = new LongAccumulator(Math::max, 0);
  private final LongAccumulator byYoung = new LongAccumulator(Math::max, 0);
  private final Set<String> pools =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .map(MemoryPoolMXBean::getName)
          .collect(Collectors.toSet());

  private CollectedHeap() {
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      if (collector instanceof NotificationEmitter emitter) {
        emitter.addNotificationListener((told, nothing) -> collected(told), null, null);
      }
    }
  }

  /** Forgets what was found and left before. */
  static void forget() {
    HEAP.before.reset();
    HEAP.byFull.reset();
    HEAP.byYoung.reset();
  }

  /** Most bytes that a collection found; 0 if there was none. */
  static long fullest() {
    return HEAP.before.get();
  }

  /** Most bytes that a full collection left, or a young one if there was none; 0 if neither was. */
  static long most() {
    long alive = HEAP.byFull.get();
    return alive > 0 ? alive : HEAP.byYoung.get();
  }

  private void collected(Notification told) {
    if (!told.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
      return;
    }
    GarbageCollectionNotificationInfo info =
        GarbageCollectionNotificationInfo.from((CompositeData) told.getUserData());
    before.accumulate(used(info.getGcInfo().getMemoryUsageBeforeGc()));
    (info.getGcAction().equals(FULL) ? byFull : byYoung)
        .accumulate(used(info.getGcInfo().getMemoryUsageAfterGc()));
  }

  private long used(Map<String, MemoryUsage> byPool) {
    return byPool.entrySet().stream()
        .filter(pool -> pools.contains(pool.getKey()))
        .mapToLong(pool -> pool.getValue().getUsed())
        .sum();
  }
}
