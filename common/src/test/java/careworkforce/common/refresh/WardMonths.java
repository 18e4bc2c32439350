package careworkforce.common.refresh;

import static org.apache.spark.sql.functions.sum;

import careworkforce.common.delta.Part;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.MonthlyTransform;
import careworkforce.common.table.Check;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import java.util.List;
import java.util.SortedSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/** Beds and staff of each ward and month, of both sources. */
final class WardMonths extends Table {
  static final WardMonths TABLE = new WardMonths();
  final Field period = key("period", DataTypes.DateType, "first day of the month");
  final Field ward = key("ward", DataTypes.StringType, "the ward");
  final Field beds = field("beds", DataTypes.LongType, "beds; null if not told").unit("beds");
  final Field staff = field("staff", DataTypes.LongType, "staff; null if not told").unit("people");

  private WardMonths() {
    super(Layer.SILVER, "ward_months", "one row a ward and month", Sensitivity.AGGREGATE);
    partitionedBy(period);
    check(Check.must("BEDS_POSSIBLE", "no ward has over 900 beds", beds.col().leq(900)));
    check(Check.orAside("STAFF_POSSIBLE", "no ward has over 900 staff", staff.col().leq(900)));
  }

  /** Makes it of either source where the other never came. */
  static final class OfEither extends Made {
    @Override
    public List<Table> canLack() {
      return reads();
    }
  }

  /** Makes it, or the months of it that changed. */
  static class Made implements MonthlyTransform {
    @Override
    public Table writes() {
      return TABLE;
    }

    @Override
    public List<Table> reads() {
      return List.of(Wards.BEDS, Wards.STAFF);
    }

    @Override
    public Dataset<Row> rows(Inputs inputs) {
      return rows(inputs, Part.ALL);
    }

    @Override
    public Replacement replacement(Inputs inputs, SortedSet<Month> changed, Dataset<Row> standing) {
      Part part = Part.ofMonths(TABLE.period, changed);
      return new Replacement(part, rows(inputs, part), changed);
    }

    private static Dataset<Row> rows(Inputs inputs, Part part) {
      Dataset<Row> beds = total(inputs, Wards.BEDS, TABLE.beds, part);
      Dataset<Row> staff = total(inputs, Wards.STAFF, TABLE.staff, part);
      Column[] all = TABLE.fields().stream().map(Field::col).toArray(Column[]::new);
      return TABLE.select(
          beds.join(staff, new String[] {"period", "ward"}, "full_outer").select(all));
    }

    private static Dataset<Row> total(Inputs inputs, Wards source, Field as, Part part) {
      return inputs
          .table(source)
          .where(part.col())
          .groupBy(source.period.col(), source.ward.col())
          .agg(sum(source.number.col()).as(as.name()));
    }
  }
}
