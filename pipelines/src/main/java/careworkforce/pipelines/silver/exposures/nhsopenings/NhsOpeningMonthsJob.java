package careworkforce.pipelines.silver.exposures.nhsopenings;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import careworkforce.pipelines.bronze.geography.Deprivation;
import careworkforce.pipelines.silver.careers.HomeAreas;
import careworkforce.pipelines.silver.exposures.ExactTerms;
import careworkforce.pipelines.silver.reference.AreaLinks;
import careworkforce.pipelines.silver.reference.DistrictAreas;
import careworkforce.pipelines.silver.reference.PresentDistricts;
import careworkforce.pipelines.silver.reference.TrustAreas;
import careworkforce.pipelines.silver.spells.EsrSpells;
import careworkforce.pipelines.silver.spells.MassExits;
import careworkforce.pipelines.silver.spells.ServiceTransfers;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Sums openings and their prediction over the trusts of an area, then over its links. */
@AutoService(Job.class)
public final class NhsOpeningMonthsJob implements Transform {
  private static final NhsOpeningMonths MONTHS = NhsOpeningMonths.TABLE;
  private static final EsrSpells SPELLS = EsrSpells.TABLE;
  private static final MassExits EXITS = MassExits.TABLE;
  private static final TrustAreas TRUSTS = TrustAreas.TABLE;
  private static final Deprivation PEOPLE = Deprivation.TABLE;
  private static final DistrictAreas DISTRICTS = DistrictAreas.TABLE;
  private static final AreaLinks LINKS = AreaLinks.TABLE;
  private static final String AREA = "area";
  private static final String RESIDENTS = "residents";
  private static final String PREDICTED = "predicted";

  @Override
  public Table writes() {
    return MONTHS;
  }

  @Override
  public List<Table> reads() {
    return List.of(SPELLS, EXITS, TRUSTS, PEOPLE, DISTRICTS, LINKS);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> spells = ServiceTransfers.apart(inputs.table(SPELLS), inputs.table(EXITS));
    Dataset<Row> base = TrustOpenings.base(spells);
    Dataset<Row> trusts =
        byTrust(TrustOpenings.months(spells), base, months(spells))
            .join(
                broadcast(
                    inputs
                        .table(TRUSTS)
                        .where(TRUSTS.ttwa.col().isNotNull())
                        .select(
                            TRUSTS.organisation.col().as(TrustOpenings.TRUST),
                            TRUSTS.ttwa.col().as(AREA))),
                new String[] {TrustOpenings.TRUST},
                "inner")
            .groupBy(col(AREA), col(TrustOpenings.MONTH))
            .agg(
                sum(col(TrustOpenings.OPENINGS)).as(TrustOpenings.OPENINGS),
                ExactTerms.sum(col(PREDICTED)).as(PREDICTED));
    return MONTHS.select(
        linked(rates(trusts, residents(inputs), jobs(base), months(spells)), inputs.table(LINKS)));
  }

  /** Months of the window after its first. */
  private static Dataset<Row> months(Dataset<Row> spells) {
    return spells
        .agg(min(SPELLS.firstMonth.col()).as("first"), max(SPELLS.lastMonth.col()).as("last"))
        .where(col("first").lt(col("last")))
        .select(
            explode(sequence(Month.number(col("first")).plus(lit(1)), Month.number(col("last"))))
                .as(TrustOpenings.MONTH));
  }

  /**
   * Openings of each trust and month, and what its jobs at the base and other trusts predict. A
   * trust, or a group of one, that had no job at the base has openings and predicts none.
   */
  private static Dataset<Row> byTrust(
      Dataset<Row> openings, Dataset<Row> base, Dataset<Row> months) {
    String[] group = {TrustOpenings.GROUP};
    String[] groupMonth = {TrustOpenings.GROUP, TrustOpenings.MONTH};
    Dataset<Row> national =
        openings
            .groupBy(col(TrustOpenings.GROUP), col(TrustOpenings.MONTH))
            .agg(sum(col(TrustOpenings.OPENINGS)).as("all_openings"));
    Dataset<Row> nationalBase =
        base.groupBy(col(TrustOpenings.GROUP)).agg(sum(col(TrustOpenings.BASE)).as("all_jobs"));
    Column own = coalesce(col(TrustOpenings.OPENINGS), lit(0.0));
    Column jobs = coalesce(col(TrustOpenings.BASE), lit(0.0));
    Column others = coalesce(col("all_jobs"), lit(0.0)).minus(jobs);
    Column growth =
        when(others.gt(lit(0.0)), coalesce(col("all_openings"), lit(0.0)).minus(own).divide(others))
            .otherwise(lit(0.0));
    String[] trustGroup = {TrustOpenings.TRUST, TrustOpenings.GROUP};
    return base.select(col(TrustOpenings.TRUST), col(TrustOpenings.GROUP))
        .unionByName(openings.select(col(TrustOpenings.TRUST), col(TrustOpenings.GROUP)))
        .distinct()
        .join(base, trustGroup, "left_outer")
        .join(broadcast(nationalBase), group, "left_outer")
        .crossJoin(broadcast(months))
        .join(broadcast(national), groupMonth, "left_outer")
        .join(
            openings,
            new String[] {TrustOpenings.TRUST, TrustOpenings.GROUP, TrustOpenings.MONTH},
            "left_outer")
        .groupBy(col(TrustOpenings.TRUST), col(TrustOpenings.MONTH))
        .agg(
            sum(own).as(TrustOpenings.OPENINGS),
            ExactTerms.sum(jobs.multiply(growth)).as(PREDICTED));
  }

  /** Residents of working age by area. */
  private static Dataset<Row> residents(Inputs inputs) {
    return HomeAreas.latest(inputs.table(PEOPLE))
        .join(
            broadcast(PresentDistricts.areas(inputs.table(DISTRICTS), PEOPLE.ladCode.name(), AREA)),
            new String[] {PEOPLE.ladCode.name()},
            "inner")
        .groupBy(col(AREA))
        .agg(sum(PEOPLE.workingAge.col()).cast("double").as(RESIDENTS));
  }

  private static Dataset<Row> jobs(Dataset<Row> base) {
    return base.agg(sum(col(TrustOpenings.BASE)).as("all_jobs"));
  }

  /** Areas without a trust have no openings. */
  private static Dataset<Row> rates(
      Dataset<Row> trusts, Dataset<Row> residents, Dataset<Row> jobs, Dataset<Row> months) {
    Dataset<Row> national = residents.agg(sum(col(RESIDENTS)).as("all_residents"));
    Column expected =
        col(RESIDENTS).multiply(col("all_jobs")).divide(col("all_residents")).divide(lit(12.0));
    Column openings = coalesce(col(TrustOpenings.OPENINGS), lit(0.0));
    return residents
        .crossJoin(broadcast(months))
        .join(trusts, new String[] {AREA, TrustOpenings.MONTH}, "left_outer")
        .crossJoin(broadcast(jobs))
        .crossJoin(broadcast(national))
        .select(
            col(AREA),
            col(TrustOpenings.MONTH),
            openings.multiply(lit(1200.0)).divide(col(RESIDENTS)).as("hundred"),
            openings.divide(expected).as("own"),
            coalesce(col(PREDICTED), lit(0.0)).divide(expected).as("expected"));
  }

  private static Dataset<Row> linked(Dataset<Row> own, Dataset<Row> links) {
    return links
        .join(broadcast(own), LINKS.linked.col().equalTo(col(AREA)), "inner")
        .groupBy(LINKS.link.col(), LINKS.area.col(), col(TrustOpenings.MONTH))
        .agg(
            mean("hundred").as(MONTHS.perHundred.name()),
            mean("own").as(MONTHS.openings.name()),
            mean("expected").as(MONTHS.predicted.name()))
        .withColumn(MONTHS.month.name(), Month.first(col(TrustOpenings.MONTH)));
  }

  /** The mean over linked areas by their weights. */
  private static Column mean(String rate) {
    Column weight = LINKS.weight.col();
    return ExactTerms.sum(weight.multiply(col(rate))).divide(ExactTerms.sum(weight));
  }
}
