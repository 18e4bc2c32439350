package careworkforce.common.ingest;

import careworkforce.common.table.Field;
import careworkforce.common.table.Sensitivity;
import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** A small delivered table about persons for tests, one file {@code PEOPLE_YYYYMM.csv} a month. */
final class People extends DeliveredTable {
  static final People TABLE = new People();
  final Field person =
      field("person", DataTypes.StringType, "the person").required().pseudonymOf("resident");
  final Field staff = field("staff", DataTypes.StringType, "as staff").pseudonymOf("staff");
  final Field age = field("age", DataTypes.IntegerType, "age").unit("years");

  private People() {
    super("people", "one row a person and month", Sensitivity.PERSONAL);
  }

  /** The ingest of people. */
  record Taking(LayoutDraft draft) implements Ingest {
    static LayoutDraft standard() {
      return Layout.named("people-1")
          .files("PEOPLE_(?<year>\\d{4})(?<month>\\d{2})\\.csv")
          .take("NHS_Number", TABLE.person, Parse.nhsNumber())
          .takeIfThere("Staff_Id", TABLE.staff, Parse.identifier())
          .take("Age", TABLE.age, Parse.integer());
    }

    @Override
    public DeliveredTable writes() {
      return TABLE;
    }

    @Override
    public String folder() {
      return "people";
    }

    @Override
    public List<Layout> layouts() {
      return List.of(draft.layout());
    }
  }
}
