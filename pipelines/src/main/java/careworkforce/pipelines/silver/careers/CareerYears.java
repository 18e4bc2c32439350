package careworkforce.pipelines.silver.careers;

import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import careworkforce.pipelines.silver.person.PayrollState;
import careworkforce.pipelines.silver.reference.OccupationGroups;
import careworkforce.pipelines.silver.reference.Trusts;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DataTypes;

/**
 * Careers in the NHS a year at a time, from one 30 September to the next (methods 2.1 and 2.3). A
 * row describes the person on 30 September, or, joined later in the year, in the first month on a
 * payroll; and says what happened in the year and what had become of the person 12, 24 and 60
 * months after the 30 September.
 *
 * <p>A question that the window does not answer is null: one about a month after its end, and one
 * about leaving or moving in the months before its end in which neither can be told yet. Persons
 * transferred out of the record with their service (methods 2.2 rule 4) have null for every horizon
 * after the transfer, so that they are in neither the numerator nor the denominator of a rate.
 */
public final class CareerYears extends Table {
  public static final CareerYears TABLE = new CareerYears();

  /** Where a person is a year later who is on no payroll then. */
  public static final String LEFT = PayrollState.LEFT;

  /** Where a person is a year later whose service was moved out of the record. */
  public static final String TRANSFERRED = PayrollState.TRANSFERRED;

  /**
   * What had become of the staff of a 30 September so many months later.
   *
   * @param leaverOfficial of those in active service: not in it then (NHS Digital; leave is
   *     leaving, sickness is not)
   * @param leaverEsr on no payroll then, nor to the window's end
   * @param nhs on an NHS payroll then
   * @param trust on a payroll of the same trust then
   * @param occupation on a payroll in the same occupation group then
   * @param job on a payroll in the same trust, occupation area and band then
   * @param moved made a headline occupation move by then
   */
  public record Horizon(
      int months,
      Field leaverOfficial,
      Field leaverEsr,
      Field nhs,
      Field trust,
      Field occupation,
      Field job,
      Field moved) {}

  /**
   * A group that is left by going to another, and who leaves it officially (methods 2.1).
   *
   * @param group what the person is described in
   * @param leaver of those of {@link #officialLeaver}: not in active service, or in it in another
   *     group
   */
  public record GroupLeaver(Field group, Field leaver) {}

  public final Field personId = key("person_id", DataTypes.StringType, "pseudonym of the person");
  public final Field year =
      key("year", DataTypes.IntegerType, "year of the 30 September that the year begins with");
  public final Field atStart =
      field("at_start", DataTypes.BooleanType, "on a payroll on that 30 September").required();
  public final Field month =
      field("month", DataTypes.DateType, "month that the person is described in").required();
  public final Field state =
      field("state", DataTypes.StringType, "what the person is in that month")
          .required()
          .codes(PayrollState.ON_PAYROLL);
  public final Field organisation =
      field("organisation", DataTypes.StringType, "trust of the main assignment, as its successor");
  public final Field trustType =
      field("trust_type", DataTypes.StringType, "kind of trust").codes(Trusts.TYPES);
  public final Field region = field("region", DataTypes.StringType, "region of the trust");
  public final Field icb =
      field("icb", DataTypes.StringType, "integrated care board of the trust, ODS code");
  public final Field level1 =
      field("level1", DataTypes.StringType, "occupation level 1").codes(OccupationGroups.LEVEL1);
  public final Field level2 =
      field("level2", DataTypes.StringType, "occupation group").codes(OccupationGroups.LEVEL2);
  public final Field level3 = field("level3", DataTypes.StringType, "occupation area");
  public final Field occupationCode =
      field("occupation_code", DataTypes.StringType, "occupation code in force");
  public final Field inTraining = field("in_training", DataTypes.BooleanType, "in a training post");
  public final Field band = field("band", DataTypes.StringType, "Agenda for Change band");
  public final Field bandRank =
      field("band_rank", DataTypes.IntegerType, "order of the band, ten a band");
  public final Field spinePoint =
      field("spine_point", DataTypes.IntegerType, "Agenda for Change spine point");
  public final Field fte =
      field("fte", DataTypes.createDecimalType(7, 5), "contracted FTE of all assignments")
          .unit("full-time equivalents");
  public final Field hourlyPay =
      field("hourly_pay", DataTypes.createDecimalType(14, 4), "basic pay an hour")
          .unit("£ an hour, nominal");
  public final Field sex = field("sex", DataTypes.StringType, "sex as delivered");
  public final Field age =
      field("age", DataTypes.IntegerType, "year of the month less the year of birth").unit("years");
  public final Field ageGroup =
      field("age_group", DataTypes.StringType, "age in groups").codes(PersonGroups.AGE);
  public final Field ethnicity =
      field("ethnicity", DataTypes.StringType, "ethnic group; null if not stated")
          .codes(PersonGroups.ETHNICITY);
  public final Field nationality =
      field("nationality", DataTypes.StringType, "nationality in groups")
          .codes(PersonGroups.NATIONALITY);
  public final Field tenure =
      field("tenure", DataTypes.StringType, "time in the main assignment, in groups")
          .codes(PersonGroups.TENURE);
  public final Field homeLsoa =
      field("home_lsoa", DataTypes.StringType, "2011 lower layer super output area of the home");
  public final Field homeDistrict =
      field("home_district", DataTypes.StringType, "local authority district of the home, 2019");
  public final Field deprivation =
      field(
          "deprivation_quintile",
          DataTypes.IntegerType,
          "fifth of neighbourhoods by multiple deprivation (2019) that the home is in, 1 the most"
              + " deprived");
  public final Field personMonths =
      field(
              "person_months",
              DataTypes.IntegerType,
              "months of the year on a payroll, those left out in which leaving cannot be told")
          .unit("months")
          .required();
  public final Field movingMonths =
      field(
              "moving_person_months",
              DataTypes.IntegerType,
              "months of the year on a payroll, those left out in whose next month a move cannot be"
                  + " told")
          .unit("months")
          .required();
  public final Field exits =
      field(
              "exits",
              DataTypes.IntegerType,
              "of person_months, the ones followed by an absence of at least the gap, return or not")
          .required();
  public final Field left =
      field(
              "left",
              DataTypes.BooleanType,
              "one of those months is followed by an absence to the window's end")
          .required();
  public final Field acuteMonths =
      field(
              "acute_person_months",
              DataTypes.IntegerType,
              "months of the year on a payroll of an acute trust, those left out in which leaving"
                  + " cannot be told")
          .unit("months")
          .required();
  public final Field acuteExits =
      field(
              "acute_exits",
              DataTypes.IntegerType,
              "of acute_person_months, the ones followed by at least the gap on no acute trust's"
                  + " payroll, be it on another's or on none, return or not: the leaver_acute of"
                  + " methods 2.1")
          .required();
  public final Field officialLeaver =
      field(
          "official_leaver",
          DataTypes.BooleanType,
          "in active service, at work or off sick, in some month of the year, and not on the next"
              + " 30 September: a joiner who leaves counts; null if never in it in the year");
  public final List<GroupLeaver> groupLeavers =
      Stream.of(organisation, trustType, region, icb, level1, level2, level3)
          .map(group -> new GroupLeaver(group, leaverOf(group)))
          .toList();
  public final Field groupAYearLater =
      field(
          "group_a_year_later",
          DataTypes.StringType,
          "occupation group on the next 30 September, or LEFT, or TRANSFERRED out of the record");
  public final Field movedFrom =
      field(
              "moved_from",
              DataTypes.StringType,
              "group that the first headline move in the 12 months is from: that held before any"
                  + " training")
          .codes(OccupationGroups.LEVEL2);
  public final Field movedTo =
      field("moved_to", DataTypes.StringType, "group of the first headline move in the 12 months")
          .codes(OccupationGroups.LEVEL2);

  public final List<Horizon> horizons = List.of(horizon(12), horizon(24), horizon(60));

  private CareerYears() {
    super(
        Layer.SILVER,
        "career_years",
        "one row a person and year from 30 September in which the person is on an NHS payroll",
        Sensitivity.PERSONAL);
    serves("03.7", "age, sex, ethnicity, nationality, tenure and band of every person and year");
    serves("03.8", "trust and its type of every person and year");
    serves("03.9", "region, integrated care board and home deprivation of every person and year");
    limits("03.2", EsrPersonMonths.SCOPE);
    limits("03.9", "region and board are those of the trust's headquarters, not of the site");
    limits("03.7", "tenure is that of the main assignment: a merger may begin another");
  }

  /** Who officially leaves a group: one of {@link #groupLeavers}. */
  public Field officialLeaverOf(Field group) {
    return groupLeavers.stream()
        .filter(g -> g.group().equals(group))
        .findFirst()
        .orElseThrow()
        .leaver();
  }

  private Field leaverOf(Field group) {
    return field(
        "official_leaver_of_" + group.name(),
        DataTypes.BooleanType,
        "as official_leaver, and a person in active service in another "
            + group.name()
            + " on the next 30 September leaves too; false for a person who was not in active"
            + " service in the described month and returns to another: the leaving happened"
            + " earlier");
  }

  private Horizon horizon(int months) {
    return new Horizon(
        months,
        outcome("leaver_official", months, "of those in active service on 30 September: not in it"),
        outcome("leaver_esr", months, "on no payroll, nor any more to the window's end"),
        outcome("in_nhs", months, "on an NHS payroll"),
        outcome("in_trust", months, "on a payroll of the same trust"),
        outcome("in_occupation", months, "on a payroll in the same occupation group"),
        outcome("in_job", months, "on a payroll in the same trust, occupation area and band"),
        outcome("moved", months, "made a headline occupation move by the time"));
  }

  private Field outcome(String name, int months, String meaning) {
    return field(
        name + "_" + months,
        DataTypes.BooleanType,
        meaning + ", " + months + " months after the 30 September; null where not at start");
  }
}
