package careworkforce.pipelines.bronze.addresslink;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import careworkforce.common.table.Sensitivity;

/**
 * Monthly extract of GP-registered addresses of persons of 65 and over at a care home's address.
 * Laid out by us: the real link is not published.
 */
public final class ResidentAddresses extends DeliveredTable {
  /** How an address was matched to a home. */
  public static final CodeList TIERS =
      CodeList.of(
          "match_tier",
          "this project",
          "uprn",
          "Unique property reference number of the home",
          "postcode",
          "Postcode of the home only");

  public static final ResidentAddresses TABLE = new ResidentAddresses();

  public final Field personId =
      field("person_id", StringType, "pseudonym of the person's token")
          .required()
          .pseudonymOf("resident");
  public final Field extractMonth =
      field("extract_month", DateType, "first day of the month of the extract").required();
  public final Field uprn =
      field("uprn", LongType, "unique property reference number of the address").required();
  public final Field matchTier =
      field("match_tier", StringType, "how the address was matched").codes(TIERS);
  public final Field birthMonth = field("birth_month", DateType, "first day of the month of birth");
  public final Field sex = field("sex", StringType, "1 male, 2 female");
  public final Field deathMonth =
      field("death_month", DateType, "first day of the month of death; null while alive");

  private ResidentAddresses() {
    super(
        "resident_address",
        "one row a person aged 65 or over at a care home's address, and month",
        Sensitivity.PERSONAL);
    serves("06.19", "who lived at which address in which month");
    limits("06.19", "laid out by this project, after what NHS England links on request");
  }
}
