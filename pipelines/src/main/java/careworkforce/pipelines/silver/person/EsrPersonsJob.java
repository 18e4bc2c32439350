package careworkforce.pipelines.silver.person;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;

import careworkforce.common.delta.Part;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.MonthlyTransform;
import careworkforce.common.table.Field;
import careworkforce.common.table.Lookup;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.SortedSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Gathers what was ever delivered about each person. */
@AutoService(Job.class)
public final class EsrPersonsJob implements MonthlyTransform {
  private static final EsrPersons PERSONS = EsrPersons.TABLE;
  private static final EsrPersonDescriptions TOLD = EsrPersonDescriptions.TABLE;
  private static final EsrPersonConflicts CONFLICTS = EsrPersonConflicts.TABLE;

  @Override
  public Table writes() {
    return PERSONS;
  }

  @Override
  public List<Table> reads() {
    return List.of(TOLD, CONFLICTS);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> conflicting =
        inputs.table(CONFLICTS).select(CONFLICTS.personId.col().as("conflicting")).distinct();
    return PERSONS.select(
        Lookup.in(conflicting, col("conflicting"))
            .from(persons(inputs.table(TOLD)), "left_outer", PERSONS.personId.col())
            .withColumn(PERSONS.conflict.name(), col("conflicting").isNotNull()));
  }

  /** Every person anew, from far fewer rows than there are months. */
  @Override
  public Replacement replacement(Inputs inputs, SortedSet<Month> changed, Dataset<Row> standing) {
    return new Replacement(Part.ALL, rows(inputs), changed);
  }

  private static Dataset<Row> persons(Dataset<Row> descriptions) {
    return descriptions
        .groupBy(TOLD.personId.col())
        .agg(
            min(TOLD.birthYear.col()).as(PERSONS.birthYear.name()),
            max(struct(
                    TOLD.lastMonth.col(),
                    TOLD.sex.col(),
                    TOLD.ethnicity.col(),
                    TOLD.nationality.col()))
                .as("latest"),
            min(TOLD.firstMonth.col()).as(PERSONS.firstMonth.name()),
            max(TOLD.lastMonth.col()).as(PERSONS.lastMonth.name()),
            distinct(TOLD.birthYear).as(PERSONS.birthYears.name()),
            distinct(TOLD.sex).as(PERSONS.sexes.name()))
        .withColumn(PERSONS.sex.name(), col("latest").getField(TOLD.sex.name()))
        .withColumn(PERSONS.ethnicity.name(), col("latest").getField(TOLD.ethnicity.name()))
        .withColumn(PERSONS.nationality.name(), col("latest").getField(TOLD.nationality.name()));
  }

  /** How many there are: one or two in a set, for which a count of distinct values doubles rows. */
  private static Column distinct(Field field) {
    return size(collect_set(field.col())).cast("long");
  }
}
