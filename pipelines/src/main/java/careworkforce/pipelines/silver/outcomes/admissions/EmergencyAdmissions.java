package careworkforce.pipelines.silver.outcomes.admissions;

import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import org.apache.spark.sql.types.DataTypes;

/**
 * Emergency admissions, each once however many consultants and hospitals had a part in it: spells
 * of a person are linked to a continuous inpatient spell where the next begins within three days of
 * the latest discharge so far and either side tells of a transfer (methods 2.8, after
 * HFAnalyticsLab/HES_pipeline). A spell within another that nobody calls a transfer, such as a day
 * case elsewhere, stands beside it. Episodes whose person is told by another key than that of the
 * residents' addresses are left out.
 */
public final class EmergencyAdmissions extends Table {
  public static final EmergencyAdmissions TABLE = new EmergencyAdmissions();

  public final Field personId = key("person_id", DataTypes.StringType, "pseudonym of the person");
  public final Field admittedOn =
      key("admitted_on", DataTypes.DateType, "admission of the first spell");
  public final Field provider = key("provider", DataTypes.StringType, "provider of it");
  public final Field month =
      field("month", DataTypes.DateType, "first day of the month of admission").required();
  public final Field dischargedOn =
      field("discharged_on", DataTypes.DateType, "last discharge of the continuous spell");
  public final Field spells =
      field("spells", DataTypes.LongType, "spells linked to it, itself among them").required();
  public final Field episodes =
      field("episodes", DataTypes.LongType, "consultant episodes in them").required();
  public final Field fall =
      field("fall", DataTypes.BooleanType, "an episode's external cause is a fall, W00 to W19")
          .required();

  private EmergencyAdmissions() {
    super(
        Layer.SILVER,
        "emergency_admissions",
        "one row a continuous inpatient spell that begins by an emergency admission",
        Sensitivity.PERSONAL);
    serves("06.19", "emergency admissions of persons, transfers linked");
  }
}
