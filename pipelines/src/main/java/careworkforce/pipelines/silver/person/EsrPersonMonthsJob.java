package careworkforce.pipelines.silver.person;

import static org.apache.spark.sql.functions.bit_or;
import static org.apache.spark.sql.functions.bool_or;
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

import careworkforce.common.delta.Part;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.MonthlyTransform;
import careworkforce.common.table.Lookup;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import careworkforce.pipelines.bronze.esr.EsrAbsences;
import careworkforce.pipelines.bronze.esr.EsrAssignments;
import careworkforce.pipelines.silver.reference.OccupationGroups;
import careworkforce.pipelines.silver.reference.OrganisationSuccessors;
import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** Folds assignments into one row a person and month by the main-assignment rule (methods 2.2). */
@AutoService(Job.class)
public final class EsrPersonMonthsJob implements MonthlyTransform {
  private static final EsrPersonMonths MONTHS = EsrPersonMonths.TABLE;
  private static final EsrPersonConflicts CONFLICTS = EsrPersonConflicts.TABLE;
  private static final EsrAssignments ESR = EsrAssignments.TABLE;
  private static final EsrAbsences ABSENCE = EsrAbsences.TABLE;
  private static final OrganisationSuccessors SUCCESSORS = OrganisationSuccessors.TABLE;
  private static final OccupationGroups GROUPS = OccupationGroups.TABLE;

  private static final DataType ALL_FTE = DataTypes.createDecimalType(17, 5);
  private static final Column WTE = coalesce(ESR.contractedWte.col(), Fte.NONE);
  private static final String MAIN = "main";
  private static final String CURRENT_CODE = "current_code";
  private static final String SICK = "sick_all_month";

  @Override
  public Table writes() {
    return MONTHS;
  }

  @Override
  public List<Table> reads() {
    return List.of(ESR, ABSENCE, CONFLICTS, SUCCESSORS, GROUPS);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    return rows(inputs, inputs.table(ESR), inputs.table(ABSENCE));
  }

  /** A month stands on what was delivered of it alone. */
  @Override
  public Replacement replacement(Inputs inputs, SortedSet<Month> changed, Dataset<Row> standing) {
    Dataset<Row> delivered = inputs.table(ESR).where(Part.ofMonths(ESR.period, changed).col());
    Dataset<Row> absences =
        inputs.table(ABSENCE).where(Part.ofMonths(ABSENCE.period, changed).col());
    return new Replacement(
        Part.ofMonths(MONTHS.month, changed), rows(inputs, delivered, absences), changed);
  }

  private static Dataset<Row> rows(Inputs inputs, Dataset<Row> delivered, Dataset<Row> absences) {
    Dataset<Row> shared = broadcast(SharedMonths.of(delivered));
    Lookup sick = sick(absences);
    Dataset<Row> alone = alone(coded(SharedMonths.join(delivered, shared, "left_anti"), inputs));
    Dataset<Row> folded = folded(coded(SharedMonths.join(delivered, shared, "left_semi"), inputs));
    return told(alone, sick).union(told(folded, sick));
  }

  /** In the contract before the two are put together: wide rows are then written down once. */
  private static Dataset<Row> told(Dataset<Row> months, Lookup sick) {
    return MONTHS.select(described(withSickness(months, sick)));
  }

  /** Assignments of persons without conflict, under the trust and the occupation code in force. */
  private static Dataset<Row> coded(Dataset<Row> assignments, Inputs inputs) {
    return withOccupation(
        withSuccessor(
            withoutConflicts(assignments, inputs.table(CONFLICTS)), inputs.table(SUCCESSORS)),
        inputs.table(GROUPS));
  }

  private static Dataset<Row> withoutConflicts(Dataset<Row> assignments, Dataset<Row> conflicts) {
    Dataset<Row> kept =
        conflicts.select(
            CONFLICTS.personId.col().as("conflicting"), CONFLICTS.month.col().as("conflict_month"));
    return Lookup.in(kept, col("conflicting"), col("conflict_month"))
        .from(assignments, "left_anti", ESR.personId.col(), ESR.period.col());
  }

  private static Dataset<Row> withSuccessor(Dataset<Row> assignments, Dataset<Row> successors) {
    Dataset<Row> small =
        successors.select(SUCCESSORS.organisation.col().as("ended"), SUCCESSORS.successor.col());
    return Lookup.in(small, col("ended"))
        .from(assignments, "left_outer", ESR.ocsCode.col())
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
                GROUPS.code.of("now").as(CURRENT_CODE),
                GROUPS.level1.of("now"),
                GROUPS.level2.of("now"),
                GROUPS.level3.of("now"),
                GROUPS.training.of("old"));
    return Lookup.in(crosswalk, col("delivered_code"))
        .from(assignments, "left_outer", ESR.occupationCode.col());
  }

  /** What the month takes from its main assignment. */
  private static Column[] main() {
    return new Column[] {
      ESR.asgNumber.col(),
      MONTHS.organisation.col(),
      ESR.ocsCode.col(),
      col(CURRENT_CODE),
      ESR.occupationCode.col(),
      GROUPS.level1.col(),
      GROUPS.level2.col(),
      GROUPS.level3.col(),
      coalesce(GROUPS.training.col(), lit(false))
          .or(ESR.trainingPost.col())
          .as(MONTHS.inTraining.name()),
      ESR.gradeCode.col(),
      ESR.afcSpinalPoint.col(),
      ESR.asgTypeOfContract.col(),
      ESR.status.col(),
      ESR.startDate.col(),
      ESR.reasonForLeaving.col(),
      ESR.destinationOnLeaving.col(),
      ESR.yearOfBirth.col(),
      ESR.homeLsoa.col()
    };
  }

  /** Months of one assignment, which is the main one. */
  private static Dataset<Row> alone(Dataset<Row> assignments) {
    return assignments.select(
        with(
            main(),
            MONTHS.personId.is(ESR.personId.col()),
            MONTHS.month.is(ESR.period.col()),
            WTE.cast(ALL_FTE).as("all_fte"),
            MONTHS.basicPay.is(ESR.basicPay.col().cast(MONTHS.basicPay.type())),
            MONTHS.totalPay.is(ESR.totalPay.col().cast(MONTHS.totalPay.type())),
            MONTHS.assignments.is(lit(1)),
            MONTHS.bankHeld.is(EsrCoding.bank(ESR.asgTypeOfContract.col())),
            MONTHS.groupsHeld.is(coalesce(OccupationGroups.bit(GROUPS.level2.col()), lit(0)))));
  }

  /** The main assignment: most FTE, then substantive, then longest in post, then lowest number. */
  private static Dataset<Row> folded(Dataset<Row> assignments) {
    Column substantive =
        when(EsrCoding.substantive(ESR.asgTypeOfContract.col()), lit(0)).otherwise(lit(1));
    Column started = coalesce(ESR.startDate.col(), lit(java.sql.Date.valueOf("9999-12-31")));
    Column[] rank = {
      negate(WTE).as("less_fte"), substantive.as("not_substantive"), started.as("started")
    };
    Dataset<Row> folded =
        assignments
            .groupBy(MONTHS.personId.is(ESR.personId.col()), MONTHS.month.is(ESR.period.col()))
            .agg(
                min(struct(with(rank, main()))).as(MAIN),
                sum(WTE).cast(ALL_FTE).as("all_fte"),
                sum(ESR.basicPay.col()).cast(MONTHS.basicPay.type()).as(MONTHS.basicPay.name()),
                sum(ESR.totalPay.col()).cast(MONTHS.totalPay.type()).as(MONTHS.totalPay.name()),
                count(lit(1)).cast("int").as(MONTHS.assignments.name()),
                bool_or(EsrCoding.bank(ESR.asgTypeOfContract.col())).as(MONTHS.bankHeld.name()),
                coalesce(bit_or(OccupationGroups.bit(GROUPS.level2.col())), lit(0))
                    .as(MONTHS.groupsHeld.name()));
    return folded
        .select(col(MAIN + ".*"), col("*"))
        .drop(MAIN, "less_fte", "not_substantive", "started");
  }

  private static Column[] with(Column[] first, Column... more) {
    return Stream.concat(Arrays.stream(first), Arrays.stream(more)).toArray(Column[]::new);
  }

  /** Persons and months that one sickness episode covers from the first day to the last. */
  private static Lookup sick(Dataset<Row> absences) {
    Column end = coalesce(ABSENCE.absenceEndDate.col(), last_day(ABSENCE.period.col()));
    Dataset<Row> sick =
        absences
            .where(ABSENCE.absenceCategory.col().rlike("(?i)^sick"))
            .where(ABSENCE.absenceStartDate.col().leq(ABSENCE.period.col()))
            .where(end.geq(last_day(ABSENCE.period.col())))
            .select(ABSENCE.personId.col().as("sick_person"), ABSENCE.period.col().as("sick_month"))
            .distinct();
    return Lookup.in(sick, col("sick_person"), col("sick_month"));
  }

  private static Dataset<Row> withSickness(Dataset<Row> months, Lookup sick) {
    return sick.from(months, "left_outer", MONTHS.personId.col(), MONTHS.month.col())
        .withColumn(SICK, col("sick_person").isNotNull());
  }

  private static Dataset<Row> described(Dataset<Row> months) {
    Column fte = least(col("all_fte"), Fte.MOST).cast(MONTHS.fte.type());
    Column grade = ESR.gradeCode.col();
    Column hourly = HourlyPay.of(MONTHS.basicPay.col(), MONTHS.fte.col(), MONTHS.hourlyPay.type());
    return months
        .withColumn(MONTHS.organisationDelivered.name(), ESR.ocsCode.col())
        .withColumn(MONTHS.occupationDelivered.name(), ESR.occupationCode.col())
        .withColumn(
            MONTHS.occupationCode.name(), coalesce(col(CURRENT_CODE), ESR.occupationCode.col()))
        .withColumn(MONTHS.band.name(), EsrCoding.band(grade))
        .withColumn(MONTHS.bandRank.name(), EsrCoding.bandRank(grade))
        .withColumn(MONTHS.spinePoint.name(), ESR.afcSpinalPoint.col())
        .withColumn(MONTHS.assignment.name(), ESR.asgNumber.col())
        .withColumn(MONTHS.contract.name(), ESR.asgTypeOfContract.col())
        .withColumn(MONTHS.fte.name(), fte)
        .withColumn(MONTHS.fteAboveOne.name(), col("all_fte").gt(Fte.ONE))
        .withColumn(MONTHS.hourlyPay.name(), hourly)
        .withColumn(MONTHS.state.name(), EsrCoding.state(ESR.status.col(), col(SICK)))
        .withColumn(MONTHS.destination.name(), ESR.destinationOnLeaving.col())
        .withColumn(MONTHS.age.name(), year(MONTHS.month.col()).minus(ESR.yearOfBirth.col()));
  }
}
