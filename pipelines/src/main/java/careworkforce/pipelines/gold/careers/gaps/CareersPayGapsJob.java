package careworkforce.pipelines.gold.careers.gaps;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.data.SparkFrames;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.silver.exposures.ExactTerms;
import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Sets the pay of two pairs of groups side by side, in the record's last September. */
@AutoService(Job.class)
public final class CareersPayGapsJob implements Transform {
  private static final CareersPayGaps GAPS = CareersPayGaps.TABLE;
  private static final String PERSON = "person_id";

  /** Groups compared: by what, the first, and whom it is taken from. */
  private static final String[][] PAIRS = {
    {PayCells.SEX, "Female", "Male"}, {PayCells.ETHNICITY, "minority", "white"}
  };

  @Override
  public Table writes() {
    return GAPS;
  }

  @Override
  public List<Table> reads() {
    return PayCells.tables();
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Frame cells = SparkFrames.read(PayCells.of(inputs));
    List<Row> flows = flows(inputs).collectAsList();
    List<Row> rows = new ArrayList<>();
    for (String[] pair : PAIRS) {
      GapFindings findings = new GapFindings(pair[0], pair[1], pair[2]);
      findings.all(cells, flows).forEach(finding -> rows.add(GAPS.row(finding, inputs, reads())));
    }
    return GAPS.select(inputs.rows(rows, GAPS.schema()));
  }

  /** Staff at work in both of the last two Septembers, by where they were and are. */
  private static Dataset<Row> flows(Inputs inputs) {
    Dataset<Row> now =
        PayCells.september(inputs, 0)
            .select(
                col(PERSON).as("same"),
                col(PayCells.GROUP).as("to"),
                col(PayCells.LOG_PAY).as("pay_now"));
    Column[] key = {
      col(PayCells.TRUST),
      col(PayCells.SEX),
      col(PayCells.ETHNICITY),
      col(PayCells.GROUP).as("from"),
      col("to")
    };
    return PayCells.september(inputs, 1)
        .join(now, col(PERSON).equalTo(col("same")), "inner")
        .groupBy(key)
        .agg(
            count(lit(1)).cast("double").as(PayCells.STAFF),
            ExactTerms.sum(col("pay_now").minus(col(PayCells.LOG_PAY))).as("pay_change"))
        .orderBy(
            col(PayCells.TRUST),
            col(PayCells.SEX),
            col(PayCells.ETHNICITY),
            col("from"),
            col("to"));
  }
}
