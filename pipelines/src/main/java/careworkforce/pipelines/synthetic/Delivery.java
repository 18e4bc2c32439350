package careworkforce.pipelines.synthetic;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.ForeachPartitionFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Tells a story with Spark and writes its files, one task a file. Rows are sorted by their hash, so
 * that a file is the same byte for byte however the entities were spread over tasks. No row comes
 * to the driver.
 */
final class Delivery {
  private static final StructType ROW =
      new StructType()
          .add("file", DataTypes.IntegerType, false)
          .add("order", DataTypes.LongType, false)
          .add("text", DataTypes.StringType, false);

  private final SparkSession spark;
  private final WorldSettings world;
  private final Path to;

  Delivery(SparkSession spark, WorldSettings world, Path to) {
    this.spark = spark;
    this.world = world;
    this.to = to;
  }

  /**
   * Writes every file of the story below the folder, and gives its tallies. Spark runs no task
   * where there is no row, so that after the last entity one tallies nothing: a story that tells
   * nothing in these months has its files too.
   */
  Map<String, Long> of(Story story) throws IOException {
    DeliveryFiles files = DeliveryFiles.of(world, story);
    WorldSettings settings = world;
    int tasks = world.tasks() > 0 ? world.tasks() : 4 * spark.sparkContext().defaultParallelism();
    FlatMapFunction<Long, Row> tell =
        entity -> {
          ToldRows told = new ToldRows(settings, files);
          if (entity < story.entities()) {
            story.tell(entity, told);
          } else {
            told.tally("", 0);
          }
          return told.rows().iterator();
        };
    Path tallies = new Path(to, "." + story.name() + ".tallies");
    spark
        .range(0, story.entities() + 1, 1, tasks)
        .as(Encoders.LONG())
        .flatMap(tell, Encoders.row(ROW))
        .repartitionById(files.tallies() + 1, functions.col("file"))
        .sortWithinPartitions("order", "text")
        .foreachPartition(new WriteFile(files, to.toString(), tallies.toString(), configuration()));
    return read(tallies);
  }

  @SuppressWarnings("resource") // the session cleans broadcasts
  private Broadcast<SerializableConfiguration> configuration() {
    return spark
        .sparkContext()
        .broadcast(
            new SerializableConfiguration(spark.sessionState().newHadoopConf()),
            scala.reflect.ClassTag$.MODULE$.apply(SerializableConfiguration.class));
  }

  private Map<String, Long> read(Path tallies) throws IOException {
    FileSystem fs = Folders.of(tallies, spark.sessionState().newHadoopConf());
    Map<String, Long> sums = new TreeMap<>();
    try (java.io.InputStream in = fs.open(tallies)) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
        int tab = line.indexOf('\t');
        if (tab > 0) {
          sums.put(line.substring(0, tab), Long.valueOf(line.substring(tab + 1)));
        }
      }
    }
    fs.delete(tallies, false);
    return sums;
  }

  /** Writes the rows of one partition to the file that has its number. */
  private record WriteFile(
      DeliveryFiles files, String to, String tallies, Broadcast<SerializableConfiguration> conf)
      implements ForeachPartitionFunction<Row> {
    @Override
    public void call(Iterator<Row> rows) throws IOException {
      int number = TaskContext.getPartitionId();
      boolean last = number == files.tallies();
      Path path = new Path(last ? tallies : to + "/" + files.file(number).path());
      FileSystem fs = Folders.of(path, conf.value().value());
      Path unfinished =
          new Path(path.getParent(), "." + path.getName() + TaskContext.get().taskAttemptId());
      try (BufferedWriter out =
          new BufferedWriter(
              new OutputStreamWriter(Folders.create(fs, unfinished), StandardCharsets.UTF_8),
              1 << 16)) {
        if (last) {
          sums(rows, out);
        } else {
          lines(rows, files.file(number), out);
        }
      }
      fs.delete(path, false);
      if (!fs.rename(unfinished, path)) {
        throw new IOException("could not rename " + unfinished + " to " + path);
      }
    }

    private static void lines(Iterator<Row> rows, DeliveryFiles.File file, BufferedWriter out)
        throws IOException {
      out.write(file.writer().header(file.month()));
      Iterator<String> delivered = file.writer().summed() ? Sums.of(rows) : new Texts(rows);
      StringBuilder line = new StringBuilder();
      while (delivered.hasNext()) {
        line.setLength(0);
        file.writer().expand(file.month(), delivered.next(), line);
        out.append(line.append('\n'));
      }
    }

    private record Texts(Iterator<Row> rows) implements Iterator<String> {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public String next() {
        return rows.next().getString(2);
      }
    }

    private static void sums(Iterator<Row> rows, BufferedWriter out) throws IOException {
      Map<String, Long> sums = new TreeMap<>();
      while (rows.hasNext()) {
        String[] tally = rows.next().getString(2).split("\t", 2);
        sums.merge(tally[0], Long.valueOf(tally[1]), Long::sum);
      }
      for (Map.Entry<String, Long> sum : sums.entrySet()) {
        out.write(sum.getKey() + "\t" + sum.getValue() + "\n");
      }
    }
  }
}
