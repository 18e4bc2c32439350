package careworkforce.common.refresh;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Layout;
import careworkforce.common.ingest.Parse;
import careworkforce.common.table.Field;
import careworkforce.common.table.Sensitivity;
import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/**
 * A small source for tests: wards and what they count, one file {@code NAME_YYYYMM.csv} a month.
 */
final class Wards extends DeliveredTable {
  static final Wards BEDS = new Wards("beds");
  static final Wards STAFF = new Wards("staff");
  static final String HEADER = "Ward,Number\n";
  final Field ward = field("ward", DataTypes.StringType, "the ward").required();
  final Field number = field("number", DataTypes.IntegerType, "how many").required();

  private Wards(String name) {
    super(name, "one row a ward and month", Sensitivity.AGGREGATE);
  }

  /** Takes one in. */
  record Taking(Wards writes) implements Ingest {
    @Override
    public String folder() {
      return writes.name();
    }

    @Override
    public List<Layout> layouts() {
      return List.of(
          Layout.named(writes.name() + "-1")
              .files("(?i)" + writes.name() + "_(?<year>\\d{4})(?<month>\\d{2})[^/]*\\.csv")
              .take("Ward", writes.ward, Parse.text())
              .take("Number", writes.number, Parse.integer())
              .layout());
    }
  }
}
