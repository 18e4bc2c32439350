package careworkforce.pipelines.silver.person;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;

import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.bronze.esr.EsrAssignments;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Gathers what was ever delivered about each person and finds keys that contradict themselves. */
@AutoService(Job.class)
public final class EsrPersonsJob implements Transform {
  private static final EsrPersons PERSONS = EsrPersons.TABLE;
  private static final EsrAssignments ESR = EsrAssignments.TABLE;

  @Override
  public Table writes() {
    return PERSONS;
  }

  @Override
  public List<Table> reads() {
    return List.of(ESR);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    return PERSONS.select(persons(variants(inputs.table(ESR))));
  }

  /** The distinct descriptions of each person: few rows a person, found by a hash aggregate. */
  private static Dataset<Row> variants(Dataset<Row> assignments) {
    return assignments
        .groupBy(
            ESR.personId.col(),
            ESR.yearOfBirth.col(),
            ESR.gender.col(),
            ESR.ethnicity.col(),
            ESR.nationality.col())
        .agg(min(ESR.period.col()).as("first"), max(ESR.period.col()).as("last"));
  }

  private static Dataset<Row> persons(Dataset<Row> variants) {
    return variants
        .groupBy(PERSONS.personId.is(ESR.personId.col()))
        .agg(
            min(ESR.yearOfBirth.col()).as(PERSONS.birthYear.name()),
            max(struct(col("last"), ESR.gender.col(), ESR.ethnicity.col(), ESR.nationality.col()))
                .as("latest"),
            min(col("first")).as(PERSONS.firstMonth.name()),
            max(col("last")).as(PERSONS.lastMonth.name()),
            count_distinct(ESR.yearOfBirth.col()).as(PERSONS.birthYears.name()),
            count_distinct(ESR.gender.col()).as(PERSONS.sexes.name()))
        .withColumn(PERSONS.sex.name(), col("latest").getField(ESR.gender.name()))
        .withColumn(PERSONS.ethnicity.name(), col("latest").getField(ESR.ethnicity.name()))
        .withColumn(PERSONS.nationality.name(), col("latest").getField(ESR.nationality.name()))
        .withColumn(
            PERSONS.conflict.name(),
            PERSONS.birthYears.col().gt(lit(1)).or(PERSONS.sexes.col().gt(lit(1))));
  }
}
