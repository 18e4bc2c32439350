package careworkforce.pipelines.gold.careers.descriptives;

import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import org.apache.spark.sql.types.DataTypes;

/**
 * Retention {@code R(k) = Pr(on payroll at t + k | at work at t)} of the staff of each 30
 * September, 12, 24 and 60 months on, in four widening circles (methods 2.1). Those transferred out
 * of the record with their service are in neither number.
 */
public final class CareersRetention extends DescriptiveTable {
  /** What is stayed in. */
  static final CodeList CIRCLES =
      CodeList.of(
          "circle",
          "methods 2.1, a proposal of this project",
          "job",
          "the same trust, occupation area and band",
          "trust",
          "the same trust",
          "occupation",
          "the same occupation group, in any trust",
          "nhs",
          "any trust");

  public static final CareersRetention TABLE = new CareersRetention();

  public final Field year = yearKey();
  public final Field level = levelKey();
  public final Field occupation = occupationKey();
  public final Field breakdown = breakdownKey();
  public final Field value = valueKey();
  public final Field months =
      key("months", DataTypes.IntegerType, "months after the 30 September: 12, 24 or 60");
  public final Field circle =
      key("circle", DataTypes.StringType, "what is stayed in").codes(CIRCLES);
  public final Field atWork =
      count("at_work", "persons at work on 30 September, who are seen so many months later");
  public final Field stayed = count("stayed", "of them, on a payroll within the circle then");
  public final Rate retention = rate("retention", "stayed / at_work", "share of persons");

  private CareersRetention() {
    super(
        "careers_retention",
        "one row a 30 September, occupation, value of a breakdown, horizon and circle");
    serves("03.17", "who stays in job, trust, occupation and NHS for one, two and five years");
    serves("03.18", "retention by trust and occupation");
    serves("03.7", "retention by age, sex, ethnicity, nationality, band and tenure");
    serves("03.9", "retention by region, board and deprivation of the home");
  }
}
