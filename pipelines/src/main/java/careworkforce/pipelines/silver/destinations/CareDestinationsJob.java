package careworkforce.pipelines.silver.destinations;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.bronze.lfs.LfsFiveQuarter;
import careworkforce.pipelines.bronze.lfs.LfsLongitudinal;
import careworkforce.pipelines.bronze.lfs.LfsTwoQuarter;
import careworkforce.pipelines.silver.reference.SocOccupations;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Adds up weights and their squares; decimals keep the sums exact in any order. */
@AutoService(Job.class)
public final class CareDestinationsJob implements Transform {
  private static final CareDestinations OUT = CareDestinations.TABLE;
  private static final SocOccupations SOC = SocOccupations.TABLE;
  private static final String FLOW = "flow";
  private static final String W = "w";
  private static final String W2 = "w2";

  @Override
  public Table writes() {
    return OUT;
  }

  @Override
  public List<Table> reads() {
    return List.of(LfsTwoQuarter.TABLE, LfsFiveQuarter.TABLE, SOC);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    return OUT.select(
        panel(inputs, LfsTwoQuarter.TABLE, CareDestinations.TWO_QUARTER, 4)
            .unionByName(panel(inputs, LfsFiveQuarter.TABLE, CareDestinations.FIVE_QUARTER, 1)));
  }

  private static Dataset<Row> panel(
      Inputs inputs, LfsLongitudinal file, String name, int timesAYear) {
    Dataset<Row> rows = inputs.table(file);
    Dataset<Row> files = rows.agg(countDistinct(file.period.col()).as(OUT.files.name()));
    Column weight = col(CareFlows.WEIGHT);
    Dataset<Row> cells =
        CareFlows.leavers(rows, file, inputs.table(SOC))
            .withColumn(FLOW, explode(array(CareFlows.destinations())))
            .groupBy(
                col(FLOW).getItem(0).as(OUT.kind.name()),
                col(FLOW).getItem(1).as(OUT.destination.name()),
                col(CareFlows.STATE).equalTo(lit("in_work")).as("work"))
            .agg(count(lit(1)).as("n"), sum(weight).as(W), sum(weight.multiply(weight)).as(W2));
    return shares(cells, timesAYear)
        .crossJoin(broadcast(files))
        .withColumn(OUT.panel.name(), lit(name))
        .withColumn(OUT.leaversAYear.name(), col("grossed").divide(OUT.files.col()))
        .withColumn(OUT.leaversStdError.name(), col("grossed_error").divide(OUT.files.col()));
  }

  /** Cells of leavers out of work count for the state alone. */
  private static Dataset<Row> shares(Dataset<Row> cells, int timesAYear) {
    WindowSpec kind = Window.partitionBy(OUT.kind.col());
    Column told = OUT.destination.col().isNotNull();
    Column all = of(W, kind).divide(answered(W, kind));
    Column pi = number(W).divide(answered(W, kind));
    Column rest = answered(W2, kind).minus(number(W2));
    Column squares =
        number(W2)
            .multiply(lit(1.0).minus(pi).multiply(lit(1.0).minus(pi)))
            .plus(rest.multiply(pi).multiply(pi));
    return cells
        .where(col("work").or(OUT.kind.col().equalTo(lit(CareDestinations.STATE))))
        .withColumn(OUT.ofRespondents.name(), sum(when(told, col("n"))).over(kind))
        .withColumn(OUT.pi.name(), pi)
        .withColumn(OUT.piStdError.name(), sqrt(squares).divide(answered(W, kind)))
        .withColumn(
            OUT.effectiveRespondents.name(),
            answered(W, kind).multiply(answered(W, kind)).divide(answered(W2, kind)))
        .withColumn("grossed", number(W).multiply(all).multiply(lit((double) timesAYear)))
        .withColumn(
            "grossed_error", sqrt(number(W2)).multiply(all).multiply(lit((double) timesAYear)))
        .where(told)
        .withColumn(OUT.respondents.name(), col("n"));
  }

  private static Column number(String name) {
    return col(name).cast("double");
  }

  private static Column of(String name, WindowSpec kind) {
    return sum(col(name)).over(kind).cast("double");
  }

  private static Column answered(String name, WindowSpec kind) {
    return sum(when(OUT.destination.col().isNotNull(), col(name))).over(kind).cast("double");
  }
}
