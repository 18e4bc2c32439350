package careworkforce.common.refresh;

import static org.apache.spark.sql.functions.avg;

import careworkforce.common.job.Inputs;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/** Mean beds a ward of each month. */
final class Totals extends Table {
  static final Totals TABLE = new Totals();
  final Field period = key("period", DataTypes.DateType, "first day of the month");
  final Field beds = field("beds", DataTypes.DoubleType, "mean beds a ward").unit("beds");

  private Totals() {
    super(Layer.GOLD, "study_totals", "one row a month", Sensitivity.AGGREGATE);
  }

  /** Makes it. */
  static final class Made implements Transform {
    @Override
    public Table writes() {
      return TABLE;
    }

    @Override
    public List<Table> reads() {
      return List.of(WardMonths.TABLE);
    }

    @Override
    public Dataset<Row> rows(Inputs inputs) {
      WardMonths months = WardMonths.TABLE;
      return TABLE.select(
          inputs
              .table(months)
              .groupBy(months.period.col())
              .agg(avg(months.beds.col()).as(TABLE.beds.name())));
    }
  }
}
