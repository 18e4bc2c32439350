package careworkforce.pipelines.gold.socialcare.retail;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import careworkforce.common.conf.Setting;
import careworkforce.common.estimate.data.SparkFrames;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.silver.exposures.retail.RetailOpenings;
import careworkforce.pipelines.silver.exposures.retail.RetailOpeningsJob;
import careworkforce.pipelines.silver.panels.HomeMonths;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Brings leavers and openings together and runs the tests, openings at the main radius. Tests by
 * area leave out homes whose area or region is not known, which are no cluster.
 */
@AutoService(Job.class)
public final class SocialcareRetailPayJob implements Transform {
  private static final SocialcareRetailPay PAY = SocialcareRetailPay.TABLE;
  private static final RetailOpenings OPENINGS = RetailOpenings.TABLE;
  private static final HomeMonths STAFF = HomeMonths.TABLE;

  @Override
  public Table writes() {
    return PAY;
  }

  @Override
  public List<Table> reads() {
    return Stream.concat(Stream.of(OPENINGS, STAFF), SectorLeavers.tables().stream()).toList();
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(RetailOpeningsJob.NEAR);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> everywhere = SectorLeavers.cells(inputs);
    Column known =
        col(SectorLeavers.TTWA).notEqual(lit("")).and(col(SectorLeavers.REGION).notEqual(lit("")));
    Dataset<Row> cells = everywhere.where(known);
    Dataset<Row> openings =
        inputs
            .table(OPENINGS)
            .where(OPENINGS.radius.col().equalTo(lit(inputs.value(RetailOpeningsJob.NEAR))));
    Dataset<Row> quarters =
        SectorLeavers.rates(HomeQuarters.of(inputs.table(STAFF)), SectorLeavers.shares(everywhere));
    RetailPayTests tests =
        new RetailPayTests(
            SparkFrames.read(cells),
            SparkFrames.read(SectorLeavers.shares(cells)),
            SparkFrames.read(RetailStack.of(openings, quarters, 0)));
    List<Row> rows =
        tests.findings().stream().map(finding -> PAY.row(finding, inputs, reads())).toList();
    return PAY.select(inputs.rows(rows, PAY.schema()));
  }
}
