package careworkforce.pipelines.silver.person;

import static org.apache.spark.sql.functions.bit_or;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.bronze.esr.EsrAbsences;
import careworkforce.pipelines.bronze.esr.EsrAssignments;
import careworkforce.pipelines.silver.reference.OccupationGroups;
import careworkforce.pipelines.silver.reference.OrganisationSuccessors;
import com.google.auto.service.AutoService;
import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Folds assignments into one row a person and month by the main-assignment rule (methods 2.2). */
@AutoService(Job.class)
public final class EsrPersonMonthsJob implements Transform {
  private static final EsrPersonMonths MONTHS = EsrPersonMonths.TABLE;
  private static final EsrPersons PERSONS = EsrPersons.TABLE;
  private static final EsrAssignments ESR = EsrAssignments.TABLE;
  private static final EsrAbsences ABSENCE = EsrAbsences.TABLE;
  private static final OrganisationSuccessors SUCCESSORS = OrganisationSuccessors.TABLE;
  private static final OccupationGroups GROUPS = OccupationGroups.TABLE;

  /** Hours in a month at full time: 37.5 hours a week, 52.143 weeks a year. */
  private static final BigDecimal FULL_TIME_HOURS = new BigDecimal("162.95");

  private static final BigDecimal MOST_FTE = new BigDecimal("1.20000");
  private static final String MAIN = "main";
  private static final String SICK = "sick_all_month";

  @Override
  public Table writes() {
    return MONTHS;
  }

  @Override
  public List<Table> reads() {
    return List.of(ESR, ABSENCE, PERSONS, SUCCESSORS, GROUPS);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> kept = withoutConflicts(inputs.table(ESR), inputs.table(PERSONS));
    Dataset<Row> coded =
        withOccupation(withSuccessor(kept, inputs.table(SUCCESSORS)), inputs.table(GROUPS));
    return MONTHS.select(described(withSickness(folded(coded), inputs.table(ABSENCE))));
  }

  private static Dataset<Row> withoutConflicts(Dataset<Row> assignments, Dataset<Row> persons) {
    Dataset<Row> conflicts =
        persons.where(PERSONS.conflict.col()).select(PERSONS.personId.col().as("conflicting"));
    return assignments.join(
        broadcast(conflicts), ESR.personId.col().equalTo(col("conflicting")), "left_anti");
  }

  private static Dataset<Row> withSuccessor(Dataset<Row> assignments, Dataset<Row> successors) {
    Dataset<Row> small =
        successors.select(SUCCESSORS.organisation.col().as("ended"), SUCCESSORS.successor.col());
    return assignments
        .join(broadcast(small), ESR.ocsCode.col().equalTo(col("ended")), "left_outer")
        .withColumn(
            MONTHS.organisation.name(), coalesce(SUCCESSORS.successor.col(), ESR.ocsCode.col()));
  }

  /** A retired code stands under the code in force, its groups those of the latter. */
  private static Dataset<Row> withOccupation(Dataset<Row> assignments, Dataset<Row> groups) {
    Dataset<Row> crosswalk =
        groups
            .as("old")
            .join(
                groups.as("now"),
                GROUPS.currentCode.of("old").equalTo(GROUPS.code.of("now")),
                "inner")
            .select(
                GROUPS.code.of("old").as("delivered_code"),
                GROUPS.code.of("now").as("current_code"),
                GROUPS.level1.of("now"),
                GROUPS.level2.of("now"),
                GROUPS.level3.of("now"),
                GROUPS.training.of("old"));
    return assignments.join(
        broadcast(crosswalk),
        ESR.occupationCode.col().equalTo(col("delivered_code")),
        "left_outer");
  }

  /** The main assignment: most FTE, then substantive, then longest in post, then lowest number. */
  private static Dataset<Row> folded(Dataset<Row> assignments) {
    Column wte = coalesce(ESR.contractedWte.col(), lit(BigDecimal.ZERO));
    Column substantive =
        when(EsrCoding.substantive(ESR.asgTypeOfContract.col()), lit(0)).otherwise(lit(1));
    Column started = coalesce(ESR.startDate.col(), lit(java.sql.Date.valueOf("9999-12-31")));
    Column main =
        struct(
            negate(wte).as("less_fte"),
            substantive.as("not_substantive"),
            started.as("started"),
            ESR.asgNumber.col(),
            MONTHS.organisation.col(),
            ESR.ocsCode.col(),
            col("current_code"),
            ESR.occupationCode.col(),
            GROUPS.level1.col(),
            GROUPS.level2.col(),
            GROUPS.level3.col(),
            coalesce(GROUPS.training.col(), lit(false))
                .or(ESR.trainingPost.col())
                .as("in_training"),
            ESR.gradeCode.col(),
            ESR.afcSpinalPoint.col(),
            ESR.asgTypeOfContract.col(),
            ESR.status.col(),
            ESR.startDate.col(),
            ESR.reasonForLeaving.col(),
            ESR.destinationOnLeaving.col(),
            ESR.yearOfBirth.col(),
            ESR.homeLsoa.col());
    return assignments
        .groupBy(MONTHS.personId.is(ESR.personId.col()), MONTHS.month.is(ESR.period.col()))
        .agg(
            min(main).as(MAIN),
            sum(wte).as("all_fte"),
            sum(ESR.basicPay.col()).as("all_basic"),
            sum(ESR.totalPay.col()).as("all_pay"),
            count(lit(1)).cast("int").as(MONTHS.assignments.name()),
            coalesce(bit_or(OccupationGroups.bit(GROUPS.level2.col())), lit(0))
                .as(MONTHS.groupsHeld.name()));
  }

  /** Marks months that one sickness episode covers from the first day to the last. */
  private static Dataset<Row> withSickness(Dataset<Row> months, Dataset<Row> absences) {
    Column end = coalesce(ABSENCE.absenceEndDate.col(), last_day(ABSENCE.period.col()));
    Dataset<Row> sick =
        absences
            .where(ABSENCE.absenceCategory.col().rlike("(?i)^sick"))
            .where(ABSENCE.absenceStartDate.col().leq(ABSENCE.period.col()))
            .where(end.geq(last_day(ABSENCE.period.col())))
            .select(ABSENCE.personId.col().as("sick_person"), ABSENCE.period.col().as("sick_month"))
            .distinct();
    return months
        .join(
            sick,
            MONTHS
                .personId
                .col()
                .equalTo(col("sick_person"))
                .and(MONTHS.month.col().equalTo(col("sick_month"))),
            "left_outer")
        .withColumn(SICK, col("sick_person").isNotNull());
  }

  private static Dataset<Row> described(Dataset<Row> months) {
    Column fte = least(col("all_fte"), lit(MOST_FTE)).cast(MONTHS.fte.type());
    Column grade = of(ESR.gradeCode.name());
    Column hourly =
        when(
            MONTHS.fte.col().gt(lit(BigDecimal.ZERO)),
            MONTHS
                .basicPay
                .col()
                .divide(MONTHS.fte.col().multiply(lit(FULL_TIME_HOURS)))
                .cast(MONTHS.hourlyPay.type()));
    return months
        .withColumn(MONTHS.organisation.name(), of(MONTHS.organisation.name()))
        .withColumn(MONTHS.organisationDelivered.name(), of(ESR.ocsCode.name()))
        .withColumn(
            MONTHS.occupationCode.name(),
            coalesce(of("current_code"), of(ESR.occupationCode.name())))
        .withColumn(MONTHS.occupationDelivered.name(), of(ESR.occupationCode.name()))
        .withColumn(MONTHS.level1.name(), of(GROUPS.level1.name()))
        .withColumn(MONTHS.level2.name(), of(GROUPS.level2.name()))
        .withColumn(MONTHS.level3.name(), of(GROUPS.level3.name()))
        .withColumn(MONTHS.inTraining.name(), of("in_training"))
        .withColumn(MONTHS.band.name(), EsrCoding.band(grade))
        .withColumn(MONTHS.bandRank.name(), EsrCoding.bandRank(grade))
        .withColumn(MONTHS.spinePoint.name(), of(ESR.afcSpinalPoint.name()))
        .withColumn(MONTHS.assignment.name(), of(ESR.asgNumber.name()))
        .withColumn(MONTHS.contract.name(), of(ESR.asgTypeOfContract.name()))
        .withColumn(MONTHS.fte.name(), fte)
        .withColumn(MONTHS.fteAboveOne.name(), col("all_fte").gt(lit(BigDecimal.ONE)))
        .withColumn(MONTHS.basicPay.name(), col("all_basic").cast(MONTHS.basicPay.type()))
        .withColumn(MONTHS.totalPay.name(), col("all_pay").cast(MONTHS.totalPay.type()))
        .withColumn(MONTHS.hourlyPay.name(), hourly)
        .withColumn(MONTHS.status.name(), of(ESR.status.name()))
        .withColumn(MONTHS.state.name(), EsrCoding.state(of(ESR.status.name()), col(SICK)))
        .withColumn(MONTHS.startDate.name(), of(ESR.startDate.name()))
        .withColumn(MONTHS.reasonForLeaving.name(), of(ESR.reasonForLeaving.name()))
        .withColumn(MONTHS.destination.name(), of(ESR.destinationOnLeaving.name()))
        .withColumn(MONTHS.age.name(), year(MONTHS.month.col()).minus(of(ESR.yearOfBirth.name())))
        .withColumn(MONTHS.homeLsoa.name(), of(ESR.homeLsoa.name()));
  }

  private static Column of(String field) {
    return col(MAIN).getField(field);
  }
}
