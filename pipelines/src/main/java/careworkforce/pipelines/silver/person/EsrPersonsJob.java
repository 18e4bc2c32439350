package careworkforce.pipelines.silver.person;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.delta.Part;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.MonthlyTransform;
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
  private static final Column SEVERAL = col("several");

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
    Dataset<Row> told = inputs.table(TOLD);
    Dataset<Row> conflicts =
        inputs.table(CONFLICTS).select(CONFLICTS.personId.col().as("conflicting")).distinct();
    Dataset<Row> several =
        several(
            Lookup.in(conflicts, col("conflicting")).from(told, "left_semi", TOLD.personId.col()));
    return PERSONS.select(
        Lookup.in(several, SEVERAL)
            .from(persons(told), "left_outer", PERSONS.personId.col())
            .withColumn(
                PERSONS.birthYears.name(), counted("several_years", PERSONS.birthYear.col()))
            .withColumn(PERSONS.sexes.name(), counted("several_sexes", col("any_sex")))
            .withColumn(PERSONS.conflict.name(), SEVERAL.isNotNull()));
  }

  /** Every person anew, from far fewer rows than there are months. */
  @Override
  public Replacement replacement(Inputs inputs, SortedSet<Month> changed, Dataset<Row> standing) {
    return new Replacement(Part.ALL, rows(inputs), changed);
  }

  /** Sorted once, by person: nearly every person has one description, which nothing folds. */
  private static Dataset<Row> persons(Dataset<Row> told) {
    return told.repartition(TOLD.personId.col())
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
            max(TOLD.sex.col()).as("any_sex"))
        .withColumn(PERSONS.sex.name(), col("latest").getField(TOLD.sex.name()))
        .withColumn(PERSONS.ethnicity.name(), col("latest").getField(TOLD.ethnicity.name()))
        .withColumn(PERSONS.nationality.name(), col("latest").getField(TOLD.nationality.name()));
  }

  /** How many birth years and sexes there are of those few who are told with more than one. */
  private static Dataset<Row> several(Dataset<Row> conflicting) {
    return conflicting
        .groupBy(TOLD.personId.col().as(SEVERAL.toString()))
        .agg(
            count_distinct(TOLD.birthYear.col()).as("several_years"),
            count_distinct(TOLD.sex.col()).as("several_sexes"));
  }

  /** As many as were counted; of all others one, or none where none was told. */
  private static Column counted(String several, Column any) {
    return coalesce(col(several), when(any.isNotNull(), lit(1L)).otherwise(lit(0L)));
  }
}
