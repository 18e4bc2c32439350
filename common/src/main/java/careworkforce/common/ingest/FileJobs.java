package careworkforce.common.ingest;

import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Spark jobs over delivered files. A file is read by one task; small files share one, so that
 * thousands of them do not cost thousands of tasks, each with its own generated code. A task has no
 * more files than {@code spark.sql.maxConcurrentOutputFileWriters} in reference.conf, so that its
 * rows need no sort by period.
 */
final class FileJobs {
  private static final int FILES_A_TASK = 16;
  private static final long BYTES_A_TASK = 64L << 20;
  private final SparkSession spark;
  private final JavaSparkContext context;
  private final int tasks;

  /**
   * Jobs of a session.
   *
   * @param tasks number of tasks; 0 for one by size
   */
  FileJobs(SparkSession spark, int tasks) {
    this.spark = spark;
    this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    this.tasks = tasks;
  }

  Configuration hadoop() {
    return spark.sessionState().newHadoopConf();
  }

  private <T> JavaRDD<T> spread(List<T> files, long bytes) {
    long least = Math.max((files.size() + FILES_A_TASK - 1) / FILES_A_TASK, bytes / BYTES_A_TASK);
    long wanted = Math.max(least, context.defaultParallelism());
    int slices = tasks > 0 ? tasks : (int) Math.max(1, Math.min(files.size(), wanted));
    return context.parallelize(files, slices);
  }

  private Broadcast<SerializableConfiguration> shared() {
    return context.broadcast(new SerializableConfiguration(hadoop()));
  }

  /** Reads files for the first time: counts, hashes, rejects. */
  List<Tally> tallies(List<FileTask> files, long bytes, List<Recipe> recipes) {
    Broadcast<SerializableConfiguration> hadoop = shared();
    Broadcast<List<Recipe>> known = context.broadcast(recipes);
    return spread(files, bytes)
        .map(
            task ->
                FileReading.tally(task, known.value().get(task.recipe()), hadoop.value().value()))
        .collect();
  }

  /** SHA-256 of files, in their order. */
  List<String> hashes(List<Delivery> files) {
    Broadcast<SerializableConfiguration> hadoop = shared();
    long bytes = files.stream().mapToLong(Delivery::bytes).sum();
    return spread(files.stream().map(Delivery::file).toList(), bytes)
        .map(file -> FileSource.sha256(file, hadoop.value().value()))
        .collect();
  }

  /** The accepted rows of files, in the contract's schema. Fails if a file changed meanwhile. */
  Dataset<Row> accepted(List<FileTask> files, long bytes, List<Recipe> recipes, StructType schema) {
    Broadcast<SerializableConfiguration> hadoop = shared();
    Broadcast<List<Recipe>> known = context.broadcast(recipes);
    JavaRDD<InternalRow> rows =
        spread(files, bytes)
            .mapPartitions(tasks -> new AcceptedRows(tasks, known.value(), hadoop.value().value()));
    return ((org.apache.spark.sql.classic.SparkSession) spark)
        .internalCreateDataFrame(rows.rdd(), schema, false);
  }

  /** The rejects of files, in the schema of {@link Rejects}. */
  Dataset<Row> rejected(List<FileTask> files, long bytes, List<Recipe> recipes, StructType schema) {
    Broadcast<SerializableConfiguration> hadoop = shared();
    Broadcast<List<Recipe>> known = context.broadcast(recipes);
    JavaRDD<Row> rows =
        spread(files, bytes)
            .mapPartitions(tasks -> new RejectedRows(tasks, known.value(), hadoop.value().value()));
    return spark.createDataFrame(rows, schema);
  }

  /** Rejects at hand, in the schema of {@link Rejects}. */
  static List<Row> rows(FileTask task, List<Reject> rejects) {
    List<Row> rows = new ArrayList<>();
    for (Reject reject : rejects) {
      rows.add(row(task, reject));
    }
    return rows;
  }

  static Row row(FileTask task, Reject reject) {
    java.sql.Date period =
        java.sql.Date.valueOf(new careworkforce.common.time.Month(task.month()).firstDay());
    return RowFactory.create(
        period,
        task.path(),
        reject.line(),
        reject.code().name(),
        reject.reason(),
        reject.column(),
        reject.content());
  }
}
