package careworkforce.pipelines.silver.careers;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;

import careworkforce.common.table.Field;
import careworkforce.pipelines.bronze.geography.Deprivation;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Each neighbourhood once, as the latest delivery of the indices of deprivation has it. */
public final class HomeAreas {
  private static final Deprivation AREAS = Deprivation.TABLE;
  private static final String LATEST = "latest";

  private HomeAreas() {}

  /** One row an LSOA with the columns of {@link Deprivation} that describe it. */
  public static Dataset<Row> latest(Dataset<Row> areas) {
    List<Field> described = List.of(AREAS.ladCode, AREAS.imdDecile, AREAS.workingAge);
    Column[] each =
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of(AREAS.period.col()), described.stream().map(Field::col))
            .toArray(Column[]::new);
    Dataset<Row> latest = areas.groupBy(AREAS.lsoa11Code.col()).agg(max(struct(each)).as(LATEST));
    for (Field field : described) {
      latest = latest.withColumn(field.name(), col(LATEST).getField(field.name()));
    }
    return latest.drop(LATEST);
  }
}
