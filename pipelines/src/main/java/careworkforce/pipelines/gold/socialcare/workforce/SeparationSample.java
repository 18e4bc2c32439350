package careworkforce.pipelines.gold.socialcare.workforce;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.month;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.data.SparkFrames;
import careworkforce.common.job.Inputs;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import careworkforce.pipelines.bronze.ascwds.AscwdsCodes;
import careworkforce.pipelines.silver.careworkers.AscWorkerCuts;
import careworkforce.pipelines.silver.panels.AscEstablishments;
import careworkforce.pipelines.silver.panels.CareHomeLocations;
import careworkforce.pipelines.silver.panels.CareHomes;
import careworkforce.pipelines.silver.panels.EstablishmentHomes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Care staff at a cut who are followed to the next, those alike at an establishment counted
 * together: what becomes of them, what the home pays, where it is, tenure in pieces, age, seniority
 * and contract. Indicators are columns of their own, the commonest group left out.
 */
final class SeparationSample {
  static final String ESTABLISHMENT = "establishment";
  static final String REGION = "region";

  /** The travel-to-work area of the home, or its region where that is not known. */
  static final String AREA = "area";

  static final String CUT = "cut";
  static final String YEAR = "year";
  static final String SEASON = "season";
  static final String MONTHS = "months";
  static final String LOG_PAY = "log_pay";
  static final String SEPARATED = "separated";
  static final String ELSEWHERE = "found_elsewhere";
  static final String WORKERS = "workers";

  /** One where extracts go on for as long as those who separate are looked for elsewhere. */
  static final String FOLLOWED = "followed";

  /** Indicators of tenure in years (under 1 is left out), age (25 to 44) and kind of job. */
  static final List<String> TRAITS =
      List.of(
          "tenure_1_2",
          "tenure_2_5",
          "tenure_5_10",
          "tenure_10",
          "age_under_25",
          "age_45",
          "senior",
          "not_employed",
          "zero_hours");

  private static final AscWorkerCuts CUTS = AscWorkerCuts.TABLE;
  private static final AscEstablishments ESTABLISHMENTS = AscEstablishments.TABLE;
  private static final CareHomeLocations LOCATIONS = CareHomeLocations.TABLE;
  private static final CareHomes HOMES = CareHomes.TABLE;

  private SeparationSample() {}

  static List<Table> tables() {
    return List.of(CUTS, ESTABLISHMENTS, LOCATIONS, HOMES);
  }

  /**
   * The sample in memory, ordered by all its columns.
   *
   * @param which condition on rows of {@link AscWorkerCuts} that those of the sample meet
   */
  static Frame frame(Column which, Inputs inputs) {
    Dataset<Row> cells = withArea(cells(inputs.table(CUTS).where(which)), inputs);
    return SparkFrames.read(cells.orderBy(columns(cells)), List.of(cells.columns()));
  }

  /** Whether the cut after a row's is in no later month. */
  static Column nextTo(Month last) {
    return functions
        .add_months(CUTS.month.col(), CUTS.months.col())
        .leq(lit(java.sql.Date.valueOf(last.lastDay())));
  }

  /** Those of a sample at cuts after which it can be told who is found elsewhere. */
  static Frame followed(Frame sample) {
    double[] followed = sample.numbers(FOLLOWED);
    return sample.where(i -> followed[i] == 1);
  }

  private static Column[] columns(Dataset<Row> cells) {
    return Arrays.stream(cells.columns()).map(functions::col).toArray(Column[]::new);
  }

  private static Dataset<Row> withArea(Dataset<Row> cells, Inputs inputs) {
    Dataset<Row> areas =
        EstablishmentHomes.of(inputs.table(ESTABLISHMENTS), inputs.table(LOCATIONS))
            .join(inputs.table(HOMES), new String[] {HOMES.homeId.name()}, "inner")
            .select(col(EstablishmentHomes.REPORTER).as(ESTABLISHMENT), HOMES.ttwa.col().as(AREA));
    return cells
        .join(broadcast(areas), new String[] {ESTABLISHMENT}, "left_outer")
        .withColumn(AREA, coalesce(col(AREA), col(REGION)));
  }

  private static Dataset<Row> cells(Dataset<Row> cuts) {
    List<Column> by = new ArrayList<>();
    by.add(CUTS.establishmentId.col().as(ESTABLISHMENT));
    by.add(CUTS.region.col().as(REGION));
    by.add(CUTS.month.col().cast("string").as(CUT));
    by.add(year(CUTS.month.col()).cast("string").as(YEAR));
    by.add(month(CUTS.month.col()).cast("string").as(SEASON));
    by.add(CUTS.months.col().cast("double").as(MONTHS));
    by.add(CUTS.homeLogPay.col().as(LOG_PAY));
    by.addAll(traits());
    by.add(indicator(CUTS.state.col().isin(AscWorkerCuts.SEPARATED)).as(SEPARATED));
    by.add(indicator(CUTS.state.col().equalTo(lit("found_elsewhere"))).as(ELSEWHERE));
    by.add(indicator(CUTS.followed.col()).as(FOLLOWED));
    return cuts.where(atNext())
        .groupBy(by.toArray(Column[]::new))
        .agg(count(lit(1)).cast("double").as(WORKERS));
  }

  private static Column atNext() {
    return CUTS.careStaff
        .col()
        .and(CUTS.state.col().isin("stayed").or(CUTS.state.col().isin(AscWorkerCuts.SEPARATED)))
        .and(CUTS.homeLogPay.col().isNotNull())
        .and(CUTS.tenure.col().isNotNull())
        .and(CUTS.region.col().isNotNull());
  }

  private static List<Column> traits() {
    Column tenure = CUTS.tenure.col();
    Column age = CUTS.age.col();
    List<Column> holds =
        List.of(
            tenure.geq(lit(1)).and(tenure.lt(lit(2))),
            tenure.geq(lit(2)).and(tenure.lt(lit(5))),
            tenure.geq(lit(5)).and(tenure.lt(lit(10))),
            tenure.geq(lit(10)),
            age.lt(lit(25)),
            age.geq(lit(45)),
            CUTS.jobRole.col().equalTo(lit("7")),
            not(CUTS.contract.col().isInCollection(AscwdsCodes.DIRECTLY_EMPLOYED)),
            CUTS.zeroHours.col());
    List<Column> traits = new ArrayList<>();
    for (int i = 0; i < holds.size(); i++) {
      traits.add(indicator(holds.get(i)).as(TRAITS.get(i)));
    }
    return traits;
  }

  private static Column indicator(Column holds) {
    return when(holds, lit(1.0)).otherwise(lit(0.0));
  }
}
