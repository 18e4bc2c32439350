package careworkforce.pipelines.gold.careers.descriptives;

import careworkforce.common.table.Field;
import org.apache.spark.sql.types.DataTypes;

/**
 * How soon new nurses and midwives rise: of those who enter the group for the first time and in
 * band 5 or below, the share who are in it in band 6 or above two years after (methods 2.4:
 * midwives over ten times as likely as nurses). Entry in that band stands for qualifying, of which
 * ESR has no field. Those transferred out of the record with their service are left out.
 */
public final class CareersEarlyBands extends DescriptiveTable {
  public static final CareersEarlyBands TABLE = new CareersEarlyBands();

  public final Field year =
      key(
          "year",
          DataTypes.IntegerType,
          "calendar year of entry; those alone whose months two years later are in the record");
  public final Field group = key("level2", DataTypes.StringType, "NURSES or MIDWIVES");
  public final Field persons = count("persons", "persons who entered in band 5 or below");
  public final Field stillThere = count("still_there", "of them, in the group two years after");
  public final Field above = count("band_6_up", "of those still there, in band 6 or above");
  public final Rate share = rate("share", "band_6_up / persons", "share of persons");
  public final Field overNurses =
      field(
              "over_nurses",
              DataTypes.DoubleType,
              "share over that of nurses of the year; null over 0")
          .unit("share over share");

  private CareersEarlyBands() {
    super("careers_early_bands", "one row a calendar year of entry, and nurses or midwives");
    serves("03.11", "band 6 or above two years after entry, of midwives beside nurses");
    limits(
        "03.11",
        "when somebody qualified is in no field of ESR: who enters in band 5 from outside the record"
            + " may have qualified long before, and who qualified into band 6 is not among them");
  }
}
