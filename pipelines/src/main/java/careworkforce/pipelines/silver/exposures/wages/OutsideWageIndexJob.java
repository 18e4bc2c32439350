package careworkforce.pipelines.silver.exposures.wages;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.silver.exposures.ExactTerms;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Adds up shares times wages; decimals keep the sums exact in any order. */
@AutoService(Job.class)
public final class OutsideWageIndexJob implements Transform {
  private static final OutsideWageIndex INDEX = OutsideWageIndex.TABLE;
  private static final OutsideWageShares SHARES = OutsideWageShares.TABLE;
  private static final OutsideWageShocks SHOCKS = OutsideWageShocks.TABLE;

  @Override
  public Table writes() {
    return INDEX;
  }

  @Override
  public List<Table> reads() {
    return List.of(SHARES, SHOCKS);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Column exposure = SHARES.exposure.col();
    return INDEX.select(
        OutsideWageTerms.of(inputs.table(SHARES), inputs.table(SHOCKS))
            .groupBy(
                INDEX.ttwa.col(), INDEX.year.col(), INDEX.destinations.col(), INDEX.region.col())
            .agg(
                total(exposure.multiply(SHOCKS.logWageElsewhere.col()), INDEX.index.name()),
                total(exposure.multiply(SHOCKS.logWageHere.col()), INDEX.indexHere.name()),
                total(
                    SHARES.pi.col().multiply(SHOCKS.logWageElsewhere.col()),
                    INDEX.indexNational.name()),
                total(exposure, INDEX.exposures.name()),
                count(lit(1)).as(INDEX.industries.name())));
  }

  private static Column total(Column term, String name) {
    return ExactTerms.sum(term).as(name);
  }
}
