package careworkforce.pipelines.silver.outcomes.satisfaction;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.bronze.ascs.AscsCodes;
import careworkforce.pipelines.bronze.ascs.AscsResponses;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Weighs strata by their population: with n of N people in stratum g and s² the variance of their
 * scores, the estimate is {@code Σ N·mean / Σ N} and its variance {@code Σ N²·(1 − n/N)·s²/n / (Σ
 * N)²}. For a share p, s²/n is p(1 − p)/(n − 1).
 */
@AutoService(Job.class)
public final class CouncilSatisfactionJob implements Transform {
  private static final CouncilSatisfaction ESTIMATES = CouncilSatisfaction.TABLE;
  private static final AscsResponses ANSWERS = AscsResponses.TABLE;
  private static final int SUPPRESSED = 2;
  private static final double NORMAL = 1.96;
  private static final String WEIGHTED = "weighted";
  private static final String SPREAD = "spread";

  @Override
  public Table writes() {
    return ESTIMATES;
  }

  @Override
  public List<Table> reads() {
    return List.of(ANSWERS);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> strata = strata(inputs.table(ANSWERS));
    return ESTIMATES.select(estimated(strata.unionByName(councils(strata))));
  }

  /** Sums of each stratum; scores are whole numbers, so that no order of adding shows. */
  private static Dataset<Row> strata(Dataset<Row> responses) {
    Column n = ESTIMATES.respondents.col().cast("double");
    Column size = ESTIMATES.population.col().cast("double");
    Column squares = col("squares").minus(col("total").multiply(col("total")).divide(n));
    Column correction = greatest(lit(0.0), lit(1.0).minus(n.divide(size)));
    Column spread =
        size.multiply(size)
            .multiply(correction)
            .multiply(squares)
            .divide(n.minus(lit(1)))
            .divide(n);
    return responses
        .where(ANSWERS.responded().and(ANSWERS.popInStratum.col().gt(lit(0))))
        .withColumn("scored", explode(AscofScores.all()))
        .where(col("scored.score").isNotNull())
        .groupBy(
            ESTIMATES.laCode.col(),
            ESTIMATES.year.is(year(ANSWERS.period.col())),
            ESTIMATES.measure.is(col("scored.measure")),
            ESTIMATES.stratum.col())
        .agg(
            count(lit(1)).as(ESTIMATES.respondents.name()),
            max(ANSWERS.popInStratum.col()).cast("long").as(ESTIMATES.population.name()),
            sum(col("scored.score")).cast("double").as("total"),
            sum(col("scored.score").multiply(col("scored.score"))).cast("double").as("squares"))
        .withColumn(WEIGHTED, size.multiply(col("total")).divide(n))
        .withColumn(SPREAD, when(ESTIMATES.respondents.col().gt(lit(1L)), spread))
        .drop("total", "squares");
  }

  /** Sums over strata in the order of their codes. */
  private static Dataset<Row> councils(Dataset<Row> strata) {
    return strata
        .groupBy(ESTIMATES.laCode.col(), ESTIMATES.year.col(), ESTIMATES.measure.col())
        .agg(
            sum(ESTIMATES.respondents.col()).as(ESTIMATES.respondents.name()),
            sum(ESTIMATES.population.col()).as(ESTIMATES.population.name()),
            inOrder(WEIGHTED).as(WEIGHTED),
            inOrder(SPREAD).as("of_known"),
            min(ESTIMATES.respondents.col()).as("fewest"))
        .withColumn(SPREAD, when(col("fewest").gt(lit(1L)), col("of_known")))
        .withColumn(ESTIMATES.stratum.name(), lit(CouncilSatisfaction.ALL))
        .drop("of_known", "fewest");
  }

  private static Column inOrder(String of) {
    Column total = lit(0.0);
    for (String code : AscsCodes.STRATUM.codes()) {
      Column part = sum(when(ESTIMATES.stratum.col().equalTo(lit(code)), col(of)));
      total = total.plus(coalesce(part, lit(0.0)));
    }
    return total;
  }

  private static Dataset<Row> estimated(Dataset<Row> sums) {
    Column size = ESTIMATES.population.col().cast("double");
    Column suppressed = ESTIMATES.respondents.col().leq(lit((long) SUPPRESSED));
    return sums.withColumn(ESTIMATES.suppressed.name(), suppressed)
        .withColumn(
            ESTIMATES.estimate.name(),
            when(suppressed, lit(null)).otherwise(col(WEIGHTED).divide(size)))
        .withColumn(
            ESTIMATES.variance.name(),
            when(suppressed, lit(null)).otherwise(col(SPREAD).divide(size.multiply(size))))
        .withColumn(ESTIMATES.margin.name(), sqrt(ESTIMATES.variance.col()).multiply(lit(NORMAL)));
  }
}
