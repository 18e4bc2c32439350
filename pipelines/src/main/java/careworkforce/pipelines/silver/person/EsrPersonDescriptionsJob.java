package careworkforce.pipelines.silver.person;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.year;

import careworkforce.common.delta.Part;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.MonthlyTransform;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import careworkforce.common.time.MonthSpells;
import careworkforce.pipelines.bronze.esr.EsrAssignments;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.SortedSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Compresses what every month says of each person to runs of months. */
@AutoService(Job.class)
public final class EsrPersonDescriptionsJob implements MonthlyTransform {
  private static final EsrPersonDescriptions DESCRIPTIONS = EsrPersonDescriptions.TABLE;
  private static final EsrAssignments ESR = EsrAssignments.TABLE;
  private static final List<String> KEY =
      List.of(
          DESCRIPTIONS.personId.name(),
          DESCRIPTIONS.birthYear.name(),
          DESCRIPTIONS.sex.name(),
          DESCRIPTIONS.ethnicity.name(),
          DESCRIPTIONS.nationality.name());
  private static final Column MONTH = col("month_number");

  @Override
  public Table writes() {
    return DESCRIPTIONS;
  }

  @Override
  public List<Table> reads() {
    return List.of(ESR);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    return told(MonthSpells.collapse(months(inputs, Part.ALL), KEY, KEY.size(), MONTH, 0));
  }

  /** A run that ends before the month before the first change cannot grow, shrink or join. */
  @Override
  public Replacement replacement(Inputs inputs, SortedSet<Month> changed, Dataset<Row> standing) {
    Part part = Part.openOrFromYear(DESCRIPTIONS.lastYear, changed.first().plus(-1));
    Dataset<Row> runs =
        standing
            .where(part.col())
            .select(
                DESCRIPTIONS.personId.col(),
                DESCRIPTIONS.birthYear.col(),
                DESCRIPTIONS.sex.col(),
                DESCRIPTIONS.ethnicity.col(),
                DESCRIPTIONS.nationality.col(),
                Month.number(DESCRIPTIONS.firstMonth.col()).as(MonthSpells.FIRST),
                Month.number(DESCRIPTIONS.lastMonth.col()).as(MonthSpells.LAST));
    Dataset<Row> months = months(inputs, Part.ofMonths(ESR.period, changed));
    return new Replacement(
        part, told(MonthSpells.mended(runs, changed, months, KEY, KEY.size(), MONTH)), changed);
  }

  private static Dataset<Row> months(Inputs inputs, Part part) {
    return inputs
        .table(ESR)
        .where(part.col())
        .select(
            DESCRIPTIONS.personId.is(ESR.personId.col()),
            DESCRIPTIONS.birthYear.is(ESR.yearOfBirth.col()),
            DESCRIPTIONS.sex.is(ESR.gender.col()),
            DESCRIPTIONS.ethnicity.is(ESR.ethnicity.col()),
            DESCRIPTIONS.nationality.is(ESR.nationality.col()),
            Month.number(ESR.period.col()).as("month_number"));
  }

  private static Dataset<Row> told(Dataset<Row> runs) {
    return DESCRIPTIONS.select(
        runs.withColumn(DESCRIPTIONS.firstMonth.name(), Month.first(col(MonthSpells.FIRST)))
            .withColumn(DESCRIPTIONS.lastMonth.name(), Month.first(col(MonthSpells.LAST)))
            .withColumn(DESCRIPTIONS.lastYear.name(), year(DESCRIPTIONS.lastMonth.col())));
  }
}
