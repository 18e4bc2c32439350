package careworkforce.pipelines.gold.socialcare.description;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import careworkforce.common.conf.Setting;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.gold.socialcare.SocialcareSample;
import careworkforce.pipelines.silver.exposures.outsidewage.OutsideWageMonths;
import careworkforce.pipelines.silver.outcomes.homes.HomeOutcomeMonths;
import careworkforce.pipelines.silver.panels.AscEstablishments;
import careworkforce.pipelines.silver.panels.CareHomeLocations;
import careworkforce.pipelines.silver.panels.CareHomes;
import careworkforce.pipelines.silver.panels.EstablishmentHomes;
import careworkforce.pipelines.silver.panels.HomeMonths;
import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Counts what each rule drops, of establishments and of home-months. */
@AutoService(Job.class)
public final class SocialcareSampleFlowJob implements Transform {
  private static final SocialcareSampleFlow FLOW = SocialcareSampleFlow.TABLE;
  private static final AscEstablishments ESTABLISHMENTS = AscEstablishments.TABLE;
  private static final CareHomeLocations LOCATIONS = CareHomeLocations.TABLE;
  private static final HomeOutcomeMonths OUTCOMES = HomeOutcomeMonths.TABLE;
  private static final HomeMonths STAFF = HomeMonths.TABLE;
  private static final CareHomes HOMES = CareHomes.TABLE;
  private static final OutsideWageMonths WAGES = OutsideWageMonths.TABLE;

  @Override
  public Table writes() {
    return FLOW;
  }

  @Override
  public List<Table> reads() {
    return List.of(ESTABLISHMENTS, LOCATIONS, OUTCOMES, STAFF, HOMES, WAGES);
  }

  @Override
  public List<Setting<?>> settings() {
    return SocialcareSample.settings();
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    return FLOW.select(establishments(inputs).unionByName(homeMonths(inputs)));
  }

  private static Dataset<Row> establishments(Inputs inputs) {
    Dataset<Row> known =
        EstablishmentHomes.of(inputs.table(ESTABLISHMENTS), inputs.table(LOCATIONS));
    List<FlowRule> rules = new ArrayList<>();
    AscEstablishments.DROPPED_BY
        .labels()
        .forEach(
            (code, meaning) ->
                rules.add(
                    new FlowRule(
                        "excluded: " + meaning,
                        ESTABLISHMENTS
                            .droppedBy
                            .col()
                            .isNull()
                            .or(ESTABLISHMENTS.droppedBy.col().notEqual(lit(code))))));
    rules.add(new FlowRule("a care home that CQC registers", LOCATIONS.homeId.col().isNotNull()));
    return FlowRule.flow(
        "ASC-WDS establishments, each extract",
        inputs
            .table(ESTABLISHMENTS)
            .join(
                broadcast(known),
                ESTABLISHMENTS.establishmentId.col().equalTo(col(EstablishmentHomes.REPORTER)),
                "left_outer"),
        rules);
  }

  private static Dataset<Row> homeMonths(Inputs inputs) {
    Dataset<Row> rows =
        inputs
            .table(OUTCOMES)
            .where(OUTCOMES.matchTier.col().equalTo(lit(inputs.value(SocialcareSample.MATCH_TIER))))
            .join(
                inputs
                    .table(STAFF)
                    .select(STAFF.homeId.col(), STAFF.month.col(), STAFF.turnover.col()),
                new String[] {STAFF.homeId.name(), STAFF.month.name()},
                "left_outer")
            .join(
                broadcast(
                    inputs
                        .table(HOMES)
                        .select(HOMES.homeId.col(), HOMES.region.col(), HOMES.ttwa.col())),
                new String[] {HOMES.homeId.name()},
                "left_outer")
            .join(
                broadcast(inputs.table(WAGES)),
                new String[] {WAGES.ttwa.name(), WAGES.month.name()},
                "left_outer");
    return FlowRule.flow(
        "care home months, residents matched by " + inputs.value(SocialcareSample.MATCH_TIER),
        rows,
        List.of(
            new FlowRule(
                "no later than " + inputs.value(SocialcareSample.LAST_MONTH),
                OUTCOMES.month.col().leq(lit(SocialcareSample.lastMonth(inputs)))),
            new FlowRule(
                "in a month of which HES APC tells", OUTCOMES.residentDays.col().isNotNull()),
            new FlowRule("with residents at risk", OUTCOMES.residentDays.col().gt(lit(0L))),
            new FlowRule(
                "in a month of which a record of A&E tells", OUTCOMES.arrivals.col().isNotNull()),
            new FlowRule("with staff reported to ASC-WDS", col(STAFF.turnover.name()).isNotNull()),
            new FlowRule("in a known region", HOMES.region.col().isNotNull()),
            new FlowRule("in a known travel-to-work area", HOMES.ttwa.col().isNotNull()),
            new FlowRule(
                "in an area with an outside wage", WAGES.logOutsideWage.col().isNotNull())));
  }
}
