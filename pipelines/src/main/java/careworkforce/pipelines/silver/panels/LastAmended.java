package careworkforce.pipelines.silver.panels;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One record of an establishment and extract, where several that are not equal were delivered: the
 * one amended last. Of those amended on one day, all that is told of them decides, so that the
 * order of lines does not.
 */
final class LastAmended {
  private static final AscEstablishments OURS = AscEstablishments.TABLE;
  private static final String RECORD = "record";

  private LastAmended() {}

  /** The records that stand, each with how many there were. */
  static Dataset<Row> of(Dataset<Row> records) {
    Column[] all =
        Stream.concat(
                Stream.of(OURS.amendedOn.name()),
                Arrays.stream(records.columns())
                    .filter(name -> !name.equals(OURS.amendedOn.name())))
            .map(name -> col(name))
            .toArray(Column[]::new);
    return records
        .groupBy(OURS.establishmentId.col().as("of"), OURS.month.col().as("at"))
        .agg(max(struct(all)).as(RECORD), count(lit(1)).cast("int").as(OURS.submissions.name()))
        .select(col(RECORD + ".*"), OURS.submissions.col());
  }
}
