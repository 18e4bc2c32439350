package careworkforce.common.estimate.bench;

import java.util.Iterator;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** The workforce design as a Delta table that lies sorted by worker, written once. */
final class WorkforceTable {
  private static final int PART = 1_000_000;

  private WorkforceTable() {}

  static void write(SparkSession spark, String path, int rows, Outcomes outcomes) {
    int parts = (rows + PART - 1) / PART;
    JavaRDD<Row> made =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .parallelize(IntStream.range(0, parts).boxed().toList(), parts)
            .flatMap(part -> rows(part, Math.min(PART, rows - part * PART), outcomes));
    StructType schema =
        StructType.fromDDL(
            "worker bigint, trust int, occupation int, month int, x1 double, y double");
    spark.createDataFrame(made, schema).write().format("delta").save(path);
  }

  private static Iterator<Row> rows(int part, int count, Outcomes outcomes) {
    Workforce made = Workforce.of(count, part, outcomes);
    long before = (long) part * PART;
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                RowFactory.create(
                    before + made.worker[i],
                    made.trust[i],
                    made.occupation[i],
                    made.month[i],
                    made.x[i],
                    made.y[i]))
        .iterator();
  }
}
