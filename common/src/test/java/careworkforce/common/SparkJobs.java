package careworkforce.common;

import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;

/** The jobs that some work asks of Spark. */
public final class SparkJobs {
  private SparkJobs() {}

  /** How many are begun by the work; nothing else may use the session meanwhile. */
  public static int of(Runnable work) throws TimeoutException {
    SparkContext spark = Sparks.session().sparkContext();
    AtomicInteger jobs = new AtomicInteger();
    SparkListener listener =
        new SparkListener() {
          @Override
          public void onJobStart(SparkListenerJobStart started) {
            jobs.incrementAndGet();
          }
        };
    spark.addSparkListener(listener);
    try {
      work.run();
      spark.listenerBus().waitUntilEmpty();
    } finally {
      spark.removeSparkListener(listener);
    }
    return jobs.get();
  }
}
