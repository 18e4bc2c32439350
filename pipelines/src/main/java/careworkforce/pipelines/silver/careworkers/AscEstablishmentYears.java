package careworkforce.pipelines.silver.careworkers;

import careworkforce.common.table.Check;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * Staffing outcomes of each establishment and year, from its last extract of the year that no rule
 * drops; starters, leavers and vacancies from the last of those that newly tell most of the three.
 * Numerator and denominator stand beside every rate: published rates rest on narrower bases than
 * they seem to (calibration 3.2). Official wordings (methods 2.6): turnover is leavers in the past
 * 12 months over directly employed staff, the starter rate starters over the same, the vacancy rate
 * vacancies over vacancies and directly employed staff. The workplace tells the former of all its
 * staff and worker records the latter, so that there is a rate only where both counts of staff
 * agree.
 *
 * <p>Retention follows the directly employed who started in the year, from the establishment's
 * first extract on; a cohort of k months has those whose k months end by the month in which its
 * record was last amended, so that leaving and staying are both seen.
 */
public final class AscEstablishmentYears extends Table {
  public static final AscEstablishmentYears TABLE = new AscEstablishmentYears();

  public final Field establishmentId =
      key("establishment_id", DataTypes.StringType, "ASC-WDS establishment");
  public final Field year = key("year", DataTypes.IntegerType, "calendar year");
  public final Field month =
      field("month", DataTypes.DateType, "month of the last extract of the year").required();
  public final Field locationId = field("location_id", DataTypes.StringType, "CQC location");
  public final Field establishmentType =
      field("establishment_type", DataTypes.StringType, "esttype: local authority, private …");
  public final Field mainService =
      field(
          "main_service", DataTypes.StringType, "mainstid: 1 nursing, 2 residential, 8 home care");
  public final Field region = field("region", DataTypes.StringType, "regionid");
  public final Field council = field("council", DataTypes.StringType, "cssr");
  public final Field employees =
      field("employees", DataTypes.LongType, "directly employed: permanent and temporary staff");
  public final Field workers =
      field("workers", DataTypes.LongType, "worker records of any contract");
  public final Field toldIn =
      field(
          "told_in",
          DataTypes.DateType,
          "month of the year's last extract of those that newly tell most of leavers, starters and"
              + " vacancies, which are of it; null for none");
  public final Field employeesThen =
      field(
          "employees_then",
          DataTypes.LongType,
          "directly employed at the cut of that month or the next in the year; null where total"
              + " staff and worker records are apart in that month");
  public final Field leavers =
      field("leavers", DataTypes.IntegerType, "leavers in the 12 months to told_in");
  public final Field turnover =
      field("turnover", DataTypes.DoubleType, "leavers / employees_then").unit("share a year");
  public final Field starters =
      field("starters", DataTypes.IntegerType, "starters in the 12 months to told_in");
  public final Field starterRate =
      field("starter_rate", DataTypes.DoubleType, "starters / employees_then").unit("share a year");
  public final Field vacancies = field("vacancies", DataTypes.IntegerType, "vacancies in told_in");
  public final Field vacancyRate =
      field("vacancy_rate", DataTypes.DoubleType, "vacancies / (vacancies + employees_then)");
  public final Field filledPosts =
      field("filled_posts", DataTypes.DoubleType, "filled posts, winsorised by posts a bed");
  public final Field beds = field("beds", DataTypes.IntegerType, "places of care home services");
  public final Field staffPerBed =
      field("staff_per_bed", DataTypes.DoubleType, "filled posts / beds");
  public final Field cohort6 = cohort(6);
  public final Field kept6 = kept(6);
  public final Field retention6 = retention(6);
  public final Field cohort12 = cohort(12);
  public final Field kept12 = kept(12);
  public final Field retention12 = retention(12);
  public final Field cohort24 = cohort(24);
  public final Field kept24 = kept(24);
  public final Field retention24 = retention(24);
  public final Field joins =
      field(
              "joins",
              DataTypes.BooleanType,
              "first reports in this year, and not in the first month of all")
          .required();
  public final Field leaves =
      field(
          "leaves",
          DataTypes.BooleanType,
          "reports no more after this year's last extract, though others do; null in the last year"
              + " of all, after which nobody is seen");

  private AscEstablishmentYears() {
    super(
        Layer.SILVER,
        "asc_establishment_years",
        "one row an establishment and year in which it reports",
        Sensitivity.AGGREGATE);
    check(
        Check.must(
            "KEPT_WITHIN_COHORT",
            "no more are kept than started",
            kept6
                .col()
                .leq(cohort6.col())
                .and(kept12.col().leq(cohort12.col()))
                .and(kept24.col().leq(cohort24.col()))
                .or(functions.isnull(cohort6.col()))));
    serves("06.13", "turnover, and retention of starters after 6, 12 and 24 months");
    serves("06.14", "starter and vacancy rates, each with its base");
    limits("06.14", "no rates of establishments whose total staff and worker records are apart");
    limits(
        "06.14",
        "an establishment whose totals truly stay as they were, none above all, has rates in the"
            + " first such year alone, so that means over establishments are too high, those of small"
            + " ones most of all: compare them with socialcare.cleaning.repeated-totals off");
    serves("06.15", "worker records, filled posts and staff per bed");
    serves("02.1", "turnover and retention with numerator and denominator, of all services");
    limits(
        "02.1",
        "turnover has the limit of 06.14; retention takes who vanishes from the record untold for"
            + " gone, and leavers are those told alone");
    limits("02.1", "of establishments that report, about half the sector: no rate is the sector's");
    serves("02.2", "vacancy rate with numerator and denominator, of all services");
    limits("02.2", "of establishments that report, about half the sector: no rate is the sector's");
    limits(
        "02.2",
        "vacancies that truly stay as they were, none above all, are told once, as no extract tells"
            + " that they were confirmed: socialcare.cleaning.repeated-totals keeps them");
  }

  private Field cohort(int months) {
    return field(
        "cohort_" + months,
        DataTypes.LongType,
        "directly employed who started in the year and could be followed " + months + " months");
  }

  private Field kept(int months) {
    return field(
        "kept_" + months, DataTypes.LongType, "of them, still there after " + months + " months");
  }

  private Field retention(int months) {
    return field(
        "retention_" + months, DataTypes.DoubleType, "kept_" + months + " / cohort_" + months);
  }
}
