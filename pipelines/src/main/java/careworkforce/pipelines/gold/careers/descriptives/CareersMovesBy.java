package careworkforce.pipelines.gold.careers.descriptives;

import careworkforce.common.table.Check;
import careworkforce.common.table.Field;
import careworkforce.pipelines.silver.careers.CareerYears;
import org.apache.spark.sql.types.DataTypes;

/**
 * Moves between occupation groups by who makes them and where (methods 2.3). As in the transition
 * matrix of everybody, the share compares a person's 30 September with the next, leaving included,
 * so the shares of an origin sum to one; the rate sets those who made a lasting move, each by the
 * first of the year, over the months on a payroll of those who began the year in the origin or
 * joined in it there. Movers need not be among them: a move is from the group held before any
 * training. A year whose next 30 September the record does not reach is left out; of the last one,
 * so are months in which a move or leaving cannot be told yet.
 */
public final class CareersMovesBy extends DescriptiveTable {
  public static final CareersMovesBy TABLE = new CareersMovesBy();

  public final Field year = yearKey();
  public final Field fromGroup =
      key("from_group", DataTypes.StringType, "occupation group at the beginning");
  public final Field toGroup =
      key(
          "to_group",
          DataTypes.StringType,
          "occupation group a year later, or "
              + CareerYears.LEFT
              + ", or "
              + CareerYears.TRANSFERRED
              + " out of the record");
  public final Field breakdown = breakdownKey();
  public final Field value = valueKey();
  public final Field persons =
      count("persons", "persons in the origin on 30 September; 0 where all who move joined later");
  public final Field personsThere =
      count("persons_there", "of them, in the destination on the next 30 September");
  public final Rate share = rate("share", "persons_there / persons", "share of persons");
  public final Field movers =
      count(
          "movers",
          "persons whose first headline move of the year it is, from the group held before any"
              + " training; for LEFT, persons in the origin, as for person_months, who leave");
  public final Field personMonths =
      count(
          "person_months",
          "months of the year on a payroll, in whatever group, of those in the origin on 30"
              + " September or, joined later, in their first month; without those in whose next"
              + " month a move cannot be told");
  public final Field leavingMonths =
      count("leaving_person_months", "the same without those in which leaving cannot be told");
  public final Rate rate =
      ratio(
          "monthly_rate",
          "movers / person_months; for LEFT, movers / leaving_person_months",
          "movers a month");

  private CareersMovesBy() {
    super("careers_moves_by", "one row a year, origin, destination and value of a breakdown");
    check(
        Check.must(
            "NO_MORE_THAN_ALL",
            "no more persons arrive than set out",
            personsThere.col().leq(persons.col())));
    serves("03.6", "origin by destination for every group of staff and every place");
    serves("03.7", "moves by age, sex, ethnicity, nationality, band and tenure");
    serves("03.8", "moves by trust and type of trust");
    serves("03.9", "moves by region, board and deprivation of the home");
    limits(
        "03.8",
        "an origin and destination between which nobody goes have no row: over trusts, movers and"
            + " person-months are to be added up before they are divided, as a mean of the rows'"
            + " rates leaves the zeros out");
  }
}
