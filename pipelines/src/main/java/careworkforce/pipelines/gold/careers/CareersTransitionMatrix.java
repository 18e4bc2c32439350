package careworkforce.pipelines.gold.careers;

import careworkforce.common.table.Check;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import org.apache.spark.sql.types.DataTypes;

/**
 * Where the staff of each occupation group are a year later, and how many lasting moves they made
 * on the way. Two measures that differ and are both wanted (methods 2.3): the share compares a
 * person in September with the same person a year later, leaving included, so the shares of an
 * origin sum to one; the rate sets moves over person-months on the payroll. Moves that too few
 * months prove before the record ends, and absences still shorter than leaving, are no part of it;
 * nor are the months in which they would come, of which there are more for the one than for the
 * other.
 */
public final class CareersTransitionMatrix extends Table {
  public static final CareersTransitionMatrix TABLE = new CareersTransitionMatrix();

  public final Field year =
      key("year", DataTypes.IntegerType, "year of the September the comparison begins with");
  public final Field fromGroup =
      key("from_group", DataTypes.StringType, "occupation group at the beginning");
  public final Field toGroup =
      key(
          "to_group",
          DataTypes.StringType,
          "occupation group a year later; LEFT of those on no payroll then, whether they return or"
              + " not, and of moves and their rate of those who leave for good; or TRANSFERRED out"
              + " of the record with their service");
  public final Field persons =
      field("persons", DataTypes.LongType, "persons in the origin at the beginning").required();
  public final Field personsThere =
      field("persons_there", DataTypes.LongType, "of them, in the destination a year later")
          .required();
  public final Field share =
      field("share", DataTypes.DoubleType, "persons_there / persons").unit("share of persons");
  public final Field shareLow =
      field("share_low", DataTypes.DoubleType, "lower end of the 95% Wilson interval");
  public final Field shareHigh =
      field("share_high", DataTypes.DoubleType, "upper end of the 95% Wilson interval");
  public final Field moves =
      field(
              "moves",
              DataTypes.LongType,
              "headline moves, or for LEFT exits without return, from October to the next September")
          .required();
  public final Field personMonths =
      field(
              "person_months",
              DataTypes.LongType,
              "months on the payroll in the origin from October to the next September, without the"
                  + " record's last, in which no move can be told yet: as many as prove one")
          .required();
  public final Field leavingMonths =
      field(
              "leaving_person_months",
              DataTypes.LongType,
              "the same without the record's last in which an absence cannot be long enough yet to"
                  + " be leaving: one fewer than the gap")
          .required();
  public final Field rate =
      field(
              "monthly_rate",
              DataTypes.DoubleType,
              "moves / person_months; for LEFT, moves / leaving_person_months; null over none")
          .unit("moves a month");
  public final Field rateLow =
      field(
          "monthly_rate_low",
          DataTypes.DoubleType,
          "lower end of the 95% Poisson interval of the moves (Byar)");
  public final Field rateHigh =
      field(
          "monthly_rate_high",
          DataTypes.DoubleType,
          "upper end of the 95% Poisson interval of the moves (Byar)");

  private CareersTransitionMatrix() {
    super(
        Layer.GOLD,
        "careers_transition_matrix",
        "one row a year, occupation group of origin and destination",
        Sensitivity.AGGREGATE);
    check(
        Check.must(
            "NO_MORE_THAN_ALL",
            "no more persons arrive than set out",
            personsThere.col().leq(persons.col())));
    limits("03.2", EsrPersonMonths.SCOPE);
    serves("03.6", "origin by destination, with staying and leaving, every year");
    serves("03.5", "how many move, in persons and in moves");
    serves("03.32", "numbers with their intervals");
  }
}
