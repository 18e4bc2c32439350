package careworkforce.common.cli;

import careworkforce.common.job.Inputs;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Check;
import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/** A small table that the tests of the commands look at. */
final class Visits extends Table {
  static final Visits TABLE = new Visits();
  final Field person =
      key("person_id", DataTypes.StringType, "the visitor").pseudonymOf("resident");
  final Field minutes = field("minutes", DataTypes.IntegerType, "how long").unit("minutes");
  final Field way =
      field("way", DataTypes.StringType, "how they came")
          .codes(CodeList.of("WAY", "this test", "1", "on foot", "2", "by bus"));

  private Visits() {
    super(Layer.SILVER, "visits", "one row a visitor", Sensitivity.PERSONAL);
    serves("03.1", "every visitor");
    limits("03.1", "who comes twice counts twice");
    limits("03.2", "no visitors by water");
    check(Check.must("MINUTES_NOT_NEGATIVE", "a visit takes time", minutes.col().geq(0)));
  }

  /** Makes it. */
  static final class Made implements Transform {
    @Override
    public Table writes() {
      return TABLE;
    }

    @Override
    public Dataset<Row> rows(Inputs inputs) {
      throw new UnsupportedOperationException("the commands run no job");
    }
  }
}
