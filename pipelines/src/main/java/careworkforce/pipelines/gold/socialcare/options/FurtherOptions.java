package careworkforce.pipelines.gold.socialcare.options;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.year;

import careworkforce.common.conf.Setting;
import careworkforce.common.job.Inputs;
import careworkforce.common.table.Field;
import careworkforce.common.table.Table;
import careworkforce.pipelines.gold.socialcare.SocialcareSample;
import careworkforce.pipelines.silver.exposures.ExactTerms;
import careworkforce.pipelines.silver.exposures.minimumwage.HomeBites;
import careworkforce.pipelines.silver.exposures.minimumwage.MinimumWageBite;
import careworkforce.pipelines.silver.exposures.nhsopenings.NhsOpeningMonths;
import careworkforce.pipelines.silver.exposures.retail.RetailJobs;
import careworkforce.pipelines.silver.exposures.retail.RetailOpeningMonths;
import careworkforce.pipelines.silver.exposures.retail.RetailOpeningsJob;
import careworkforce.pipelines.silver.exposures.vacancies.VacancyMonths;
import careworkforce.pipelines.silver.panels.CareHomes;
import careworkforce.pipelines.silver.reference.AreaLinks;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Means over a year of the outside options beside pay, by travel-to-work area or by home, and of
 * the bite of the minimum wage, which homes meet at the same time. The mean of a year in which the
 * sample ends is that of its months in the sample.
 */
final class FurtherOptions {
  private static final VacancyMonths V = VacancyMonths.TABLE;
  private static final NhsOpeningMonths N = NhsOpeningMonths.TABLE;
  private static final RetailOpeningMonths R = RetailOpeningMonths.TABLE;
  private static final RetailJobs J = RetailJobs.TABLE;
  private static final MinimumWageBite B = MinimumWageBite.TABLE;
  private static final CareHomes H = CareHomes.TABLE;

  private FurtherOptions() {}

  static List<Table> tables() {
    return Stream.concat(Stream.of(V, N, R, J), HomeBites.tables().stream()).toList();
  }

  static List<Setting<?>> settings() {
    return RetailOpeningsJob.radii();
  }

  /** Adverts for each job, without occupations of retail and the NHS. */
  static Dataset<Row> vacancies(Inputs inputs) {
    return inputs
        .table(V)
        .where(inSample(V.month, inputs))
        .where(V.link.col().equalTo(lit(AreaLinks.TTWA)))
        .where(V.scope.col().equalTo(lit(VacancyMonths.OTHER)))
        .groupBy(V.ttwa.col().as(OutsideSample.TTWA), year(V.month.col()).as(OutsideSample.YEAR))
        .agg(ExactTerms.mean(V.index.col()).as(OutsideSample.VACANCIES));
  }

  /** NHS openings and their prediction. */
  static Dataset<Row> nhs(Inputs inputs) {
    return inputs
        .table(N)
        .where(inSample(N.month, inputs))
        .where(N.link.col().equalTo(lit(AreaLinks.TTWA)))
        .groupBy(N.ttwa.col().as(OutsideSample.TTWA), year(N.month.col()).as(OutsideSample.YEAR))
        .agg(
            ExactTerms.mean(N.openings.col()).as(OutsideSample.NHS),
            ExactTerms.mean(N.predicted.col()).as(OutsideSample.NHS_PREDICTED));
  }

  /** Growth of retail jobs that growth elsewhere predicts. */
  static Dataset<Row> retailJobs(Inputs inputs) {
    return inputs
        .table(J)
        .select(
            J.ttwa.col().as(OutsideSample.TTWA),
            J.year.col().as(OutsideSample.YEAR),
            J.growth.col().as(OutsideSample.RETAIL_JOBS));
  }

  /** Stores within the main radius; homes that none is near are not there. */
  static Dataset<Row> stores(Inputs inputs) {
    return inputs
        .table(R)
        .where(inSample(R.month, inputs))
        .where(R.radius.col().equalTo(lit(inputs.value(RetailOpeningsJob.NEAR))))
        .groupBy(R.homeId.col().as(OutsideSample.HOME), year(R.month.col()).as(OutsideSample.YEAR))
        .agg(avg(R.openings.col()).as(OutsideSample.RETAIL));
  }

  /** The bite of the minimum wage, of homes whose pay before is known. */
  static Dataset<Row> minimumWage(Inputs inputs) {
    return HomeBites.of(inputs)
        .where(inSample(B.month, inputs))
        .groupBy(H.homeId.col().as(OutsideSample.HOME), year(B.month.col()).as(OutsideSample.YEAR))
        .agg(ExactTerms.mean(B.bite.col()).as(OutsideSample.BITE));
  }

  private static Column inSample(Field month, Inputs inputs) {
    return month.col().leq(lit(SocialcareSample.lastMonth(inputs)));
  }
}
