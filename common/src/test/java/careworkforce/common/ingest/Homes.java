package careworkforce.common.ingest;

import careworkforce.common.table.Check;
import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import careworkforce.common.table.Sensitivity;
import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/**
 * A small delivered table for tests: homes with their beds, one file {@code HOMES_YYYYMM.csv} a
 * month.
 */
final class Homes extends DeliveredTable {
  static final Homes TABLE = new Homes();
  final Field home = field("home", DataTypes.StringType, "code of the home").required();
  final Field beds = field("beds", DataTypes.IntegerType, "beds");
  final Field wage = field("wage", DataTypes.createDecimalType(9, 2), "hourly wage").unit("£");
  final Field opened = field("opened", DataTypes.DateType, "opened");
  final Field kind =
      field("kind", DataTypes.StringType, "kind of home")
          .codes(CodeList.of("kind", "the test", "N", "nursing", "R", "residential"));

  private Homes() {
    super("homes", "one row a home and month", Sensitivity.PUBLIC);
    check(Check.should("BEDS_FEW", "no home has over 500 beds", beds.col().leq(500)));
  }

  static LayoutDraft draft(String id) {
    return Layout.named(id)
        .files("HOMES_(?<year>\\d{4})(?<month>\\d{2})[^/]*\\.csv")
        .nulls("NULL", "NA", "*", "c");
  }

  static final String HEADER = "Home,Beds,Wage,Opened,Kind\n";

  static LayoutDraft taken(LayoutDraft draft) {
    return draft
        .take("Home", TABLE.home, Parse.text())
        .take("Beds", TABLE.beds, Parse.integer())
        .take("Wage", TABLE.wage, Parse.decimal())
        .take("Opened", TABLE.opened, Parse.date("dd/MM/yyyy"))
        .take("Kind", TABLE.kind, Parse.code());
  }

  /** The ingest of homes in the given layouts. */
  record Taking(List<Layout> layouts) implements Ingest {
    static Taking standard() {
      return new Taking(List.of(taken(draft("homes-1")).layout()));
    }

    @Override
    public DeliveredTable writes() {
      return TABLE;
    }

    @Override
    public String folder() {
      return "homes";
    }
  }
}
