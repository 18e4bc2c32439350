package careworkforce.pipelines.gold.careers.descriptives;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import careworkforce.common.conf.Setting;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Field;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import careworkforce.pipelines.silver.careers.CareerYears;
import careworkforce.pipelines.silver.careers.SeptemberYear;
import careworkforce.pipelines.silver.spells.MoveRule;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Counts entrants by move and from outside at two levels, and shares them out over origins. */
@AutoService(Job.class)
public final class CareersPipelinesJob implements Transform {
  private static final CareersPipelines PIPES = CareersPipelines.TABLE;
  private static final CareerYears YEARS = CareerYears.TABLE;
  private static final String DESCRIBED = "year_described";

  @Override
  public Table writes() {
    return PIPES;
  }

  @Override
  public List<Table> reads() {
    return Stream.concat(Entrants.tables().stream(), Stream.of(YEARS)).toList();
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(MoveRule.HELD);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> entrants =
        Laid.out(Entrants.of(inputs), levels())
            .withColumn(PIPES.year.name(), year(Entrants.ENTRY))
            .withColumn(DESCRIBED, described());
    Column[] entered =
        Stream.of(PIPES.year, PIPES.level, PIPES.toGroup, PIPES.breakdown, PIPES.value)
            .map(Field::col)
            .toArray(Column[]::new);
    Dataset<Row> counted =
        Breakdown.of(describedIn(entrants, inputs.table(YEARS)))
            .groupBy(PIPES.key().stream().map(Field::col).toArray(Column[]::new))
            .agg(count(lit(1)).as(PIPES.entrants.name()));
    Dataset<Row> whole =
        counted.withColumn(
            PIPES.allEntrants.name(), sum(PIPES.entrants.col()).over(Window.partitionBy(entered)));
    return PIPES.select(PIPES.share.of(whole, PIPES.entrants.col(), PIPES.allEntrants.col()));
  }

  /** An entry to a group, and one to a level 1 unless the group left is of the same. */
  private static Column[] levels() {
    Column from = coalesce(Entrants.FROM_LEVEL1, lit(Breakdown.UNKNOWN));
    Column to = coalesce(Entrants.TO_LEVEL1, lit(Breakdown.UNKNOWN));
    Column role = coalesce(Entrants.fromRole(), lit(Breakdown.UNKNOWN));
    Column alike = Entrants.FROM_GROUP.isNotNull().and(from.equalTo(to));
    return new Column[] {
      level(YEARS.level2.name(), Entrants.FROM_GROUP, Entrants.TO_GROUP),
      when(not(alike), level(YEARS.level1.name(), role, to))
    };
  }

  private static Column level(String name, Column from, Column to) {
    return struct(
        PIPES.level.is(lit(name)),
        PIPES.toGroup.is(to),
        PIPES.fromGroup.is(Entrants.cameFrom(from)));
  }

  /** Those who move, described in the month before: September already shows the post entered. */
  private static Column described() {
    Column month = Month.number(Entrants.ENTRY);
    return SeptemberYear.of(
        when(Entrants.FROM_GROUP.isNull(), month).otherwise(month.minus(lit(1))));
  }

  /** Entrants with what their year from September says of them; once each. */
  private static Dataset<Row> describedIn(Dataset<Row> entrants, Dataset<Row> years) {
    Dataset<Row> described = years.withColumnRenamed(YEARS.year.name(), DESCRIBED);
    return entrants.join(described, new String[] {YEARS.personId.name(), DESCRIBED}, "left_outer");
  }
}
