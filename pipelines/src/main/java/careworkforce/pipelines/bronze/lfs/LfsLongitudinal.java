package careworkforce.pipelines.bronze.lfs;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import careworkforce.common.table.Sensitivity;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * A longitudinal file of the Labour Force Survey, End User Licence, as the UK Data Service gives
 * it: persons who answered in every one of some quarters. A variable has the number of its quarter
 * as suffix. Of -8 (no answer) and -9 (does not apply) both are null: whoever is in employment and
 * has no occupation did not answer. Four-digit occupations and industries below sections are not in
 * every edition; major groups and sections are. An industry is told as a class or as a subclass,
 * and which it is only the variable tells: 1110 is class 11.10 in INDC07M and subclass 01.11/0 in
 * ICDM.
 *
 * <p>Read in a public file: PERSID, LGWT20, FLOW, ILODEFR, INCAC05, SC10MMJ, IN792SM, EMPLEN, AGE
 * (two-quarter file of July to December 2020, SN 8778). [M]: SC20MMJ and SOC20M from 2021, and
 * SOC10M, SOC20M, INDC07M and ICDM under these names.
 */
public abstract class LfsLongitudinal extends DeliveredTable {
  /** Economic activity by the definition of the International Labour Organization. */
  public static final CodeList ILODEFR =
      CodeList.of(
          "ILODEFR",
          "Labour Force Survey user guide, volume 11 [M]",
          "1",
          "in employment",
          "2",
          "unemployed",
          "3",
          "inactive",
          "4",
          "under 16");

  /** Quarters that the file holds. */
  public final int quarters;

  public final Field person =
      field("persid", DataTypes.StringType, "pseudonym of the respondent's serial")
          .pseudonymOf("lfs_respondent");
  public final Field weight =
      field(
              "lgwt",
              DataTypes.createDecimalType(12, 2),
              "longitudinal weight, whichever year's population it is grossed to")
          .required()
          .unit("persons");
  public final Field flow =
      field("flow", DataTypes.IntegerType, "activity in the first and in the last quarter");
  public final Field age = field("age", DataTypes.IntegerType, "age in the last quarter");

  public final List<Field> activity;
  public final List<Field> economicActivity;
  public final List<Field> major2010;
  public final List<Field> major2020;
  public final List<Field> soc2010;
  public final List<Field> soc2020;
  public final List<Field> industryClass;
  public final List<Field> industrySubclass;
  public final List<Field> section;
  public final List<Field> length;

  LfsLongitudinal(String name, int quarters) {
    super(
        name,
        "one row a respondent who answered in all " + quarters + " quarters",
        Sensitivity.PERSONAL);
    this.quarters = quarters;
    this.activity = coded("ilodefr", "economic activity");
    activity.forEach(field -> field.codes(ILODEFR));
    this.economicActivity = number("incac05", "economic activity in detail");
    this.major2010 = coded("sc10mmj", "major group of the occupation, SOC2010");
    this.major2020 = coded("sc20mmj", "major group of the occupation, SOC2020");
    this.soc2010 = coded("soc10m", "unit group of the occupation, SOC2010");
    this.soc2020 = coded("soc20m", "unit group of the occupation, SOC2020");
    this.industryClass =
        coded("indc07m", "industry, SIC2007 class, four digits without leading nought");
    this.industrySubclass =
        coded("icdm", "industry, SIC2007 subclass, five digits without leading nought");
    this.section = coded("in792sm", "industry, SIC2007 section, numbered from A");
    this.length = number("emplen", "time with the employer, 1 under three months to 8");
    serves("06.5", "occupation and industry of the same person before and after");
    serves("06.6", "weights that gross leavers to the population");
  }

  private List<Field> coded(String name, String meaning) {
    return each(name, DataTypes.StringType, meaning);
  }

  private List<Field> number(String name, String meaning) {
    return each(name, DataTypes.IntegerType, meaning);
  }

  private List<Field> each(String name, DataType type, String meaning) {
    return IntStream.rangeClosed(1, quarters)
        .mapToObj(q -> field(name + q, type, meaning + ", quarter " + q))
        .toList();
  }
}
