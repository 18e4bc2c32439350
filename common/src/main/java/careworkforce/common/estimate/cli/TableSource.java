package careworkforce.common.estimate.cli;

import careworkforce.common.error.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Opens what {@code --data} names when it is not a delimited file. The application supplies one for
 * its lake.
 */
@FunctionalInterface
public interface TableSource {
  /**
   * The rows of a table or Parquet path.
   *
   * @throws UserError if there is none of that name
   */
  Dataset<Row> open(String name);

  /**
   * What a person is told of an error of what was opened, such as of a query whose rows could not
   * be computed; empty for any other.
   */
  default Optional<UserError> mistake(Exception e) {
    return Optional.empty();
  }

  /**
   * What a reader of an estimate has to be told of its data, such as that they are synthetic; empty
   * if nothing.
   *
   * @param name of the data, a delimited file too
   */
  default Optional<String> mark(String name) {
    return Optional.empty();
  }

  /** Parquet paths only, through the Spark session in use or a local one. */
  static TableSource parquet() {
    return name -> {
      if (!Files.exists(Path.of(name))) {
        throw UserError.input(
            "read '" + name + "'",
            "there is no such file, and no tables are known here",
            "Give the path of a CSV or Parquet file");
      }
      return SparkSession.builder()
          .appName("estimate")
          .master("local[*]")
          .getOrCreate()
          .read()
          .parquet(name);
    };
  }
}
