package careworkforce.pipelines.silver.careers;

import static org.apache.spark.sql.functions.arrays_overlap;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import careworkforce.common.conf.Setting;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import careworkforce.pipelines.bronze.esr.EsrAbsences;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import careworkforce.pipelines.silver.person.EsrPersons;
import careworkforce.pipelines.silver.person.PayrollState;
import careworkforce.pipelines.silver.person.RecordWindow;
import careworkforce.pipelines.silver.spells.EsrSpells;
import careworkforce.pipelines.silver.spells.EsrSpellsJob;
import careworkforce.pipelines.silver.spells.MassExits;
import careworkforce.pipelines.silver.spells.MoveRule;
import careworkforce.pipelines.silver.spells.OccupationMoves;
import careworkforce.pipelines.silver.spells.ServiceTransfers;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Follows each person from a month of active service to the next and counts what that brings. */
@AutoService(Job.class)
public final class CareerRiskCellsJob implements Transform {
  private static final CareerRiskCells CELLS = CareerRiskCells.TABLE;
  private static final EsrPersonMonths MONTHS = EsrPersonMonths.TABLE;
  private static final EsrPersons PERSONS = EsrPersons.TABLE;
  private static final EsrAbsences ABSENCES = EsrAbsences.TABLE;
  private static final OccupationMoves MOVES = OccupationMoves.TABLE;
  private static final EsrSpells SPELLS = EsrSpells.TABLE;
  private static final MassExits EXITS = MassExits.TABLE;

  public static final Setting<Double> SAMPLE =
      Setting.number(
          "careers.drivers.sample", "", "share of staff, by hash, in the hazards", 0.0001, 1);
  static final Setting<Integer> UNKNOWN_END =
      Setting.integer(
          "careers.drivers.unknown-end",
          "months",
          "at the window's end, left out; more where leaving or a move takes longer to tell",
          0,
          24);

  /** Months after parental leave, and of sickness before, that count (methods 2.5). */
  private static final int AFTER_LEAVE = 12;

  private static final int SICK_WITHIN = 3;
  private static final int SHARES = 10_000;

  private static final Column AT = col("at");
  private static final Column NEXT = col("next_at");
  private static final Column NEXT_STATE = col("next_state");
  private static final Column THEN = AT.plus(lit(1));

  @Override
  public Table writes() {
    return CELLS;
  }

  @Override
  public List<Table> reads() {
    return List.of(MONTHS, PERSONS, ABSENCES, MOVES, SPELLS, EXITS);
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(SAMPLE, UNKNOWN_END, EsrSpellsJob.GAP, MoveRule.HELD);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> months = sampled(inputs.table(MONTHS), inputs.value(SAMPLE));
    Dataset<Row> inService = followed(withSickness(months, inputs.table(ABSENCES)));
    Dataset<Row> known = known(RecordWindow.beside(inService, inputs), unknownEnd(inputs));
    Dataset<Row> left = leavers(inputs.table(SPELLS), inputs.table(EXITS));
    return CELLS.select(
        counted(described(withEvents(known, inputs.table(MOVES), left), inputs.table(PERSONS))));
  }

  private static Dataset<Row> sampled(Dataset<Row> months, double share) {
    Column lot = pmod(xxhash64(MONTHS.personId.col()), lit((long) SHARES));
    return share == 1 ? months : months.where(lot.lt(lit(Math.round(share * SHARES))));
  }

  /** Months with whether the person was ill in those just before; one row of illness a person. */
  private static Dataset<Row> withSickness(Dataset<Row> months, Dataset<Row> absences) {
    Dataset<Row> sick =
        absences
            .where(ABSENCES.absenceCategory.col().rlike("(?i)^sick"))
            .groupBy(ABSENCES.personId.col().as("ill"))
            .agg(collect_set(Month.number(ABSENCES.period.col())).as("ill_months"));
    Column before = sequence(AT.minus(lit(SICK_WITHIN)), AT.minus(lit(1)));
    return months
        .join(sick, MONTHS.personId.col().equalTo(col("ill")), "left_outer")
        .withColumn("at", Month.number(MONTHS.month.col()))
        .select(
            MONTHS.personId.col(),
            AT,
            MONTHS.month.col(),
            MONTHS.organisation.col(),
            MONTHS.level2.col(),
            MONTHS.state.col(),
            MONTHS.age.col(),
            MONTHS.startDate.col(),
            coalesce(arrays_overlap(col("ill_months"), before), lit(false)).as("was_ill"));
  }

  /** Months in active service, each with the next such month, and with leave before. */
  private static Dataset<Row> followed(Dataset<Row> months) {
    WindowSpec career = Window.partitionBy(MONTHS.personId.col()).orderBy(AT);
    Column onLeave = when(MONTHS.state.col().equalTo(lit(PayrollState.PARENTAL)), AT);
    return months
        .withColumn(
            "leave_until",
            max(onLeave).over(career.rowsBetween(Window.unboundedPreceding(), Window.currentRow())))
        .where(
            PayrollState.inActiveService(MONTHS.state.col())
                .and(MONTHS.level2.col().isNotNull())
                .and(MONTHS.organisation.col().isNotNull()))
        .withColumn("next_at", lead(AT, 1).over(career))
        .withColumn(NEXT_STATE.toString(), lead(MONTHS.state.col(), 1).over(career))
        .withColumn("next_organisation", lead(MONTHS.organisation.col(), 1).over(career));
  }

  /** Months at the end after which a move or leaving is told; a move shows in the next month. */
  private static int unknownEnd(Inputs inputs) {
    int toTell = Math.max(inputs.value(EsrSpellsJob.GAP), inputs.value(MoveRule.HELD) + 1);
    return Math.max(inputs.value(UNKNOWN_END), toTell);
  }

  private static Dataset<Row> known(Dataset<Row> inService, int unknownEnd) {
    return inService.where(
        AT.geq(RecordWindow.FIRST.plus(lit(SICK_WITHIN)))
            .and(AT.leq(RecordWindow.LAST.minus(lit(unknownEnd)))));
  }

  /** Persons who left for good, and not with their whole service. */
  private static Dataset<Row> leavers(Dataset<Row> spells, Dataset<Row> exits) {
    return ServiceTransfers.apart(spells, exits)
        .where(SPELLS.leaves())
        .select(SPELLS.personId.col().as("leaver"));
  }

  private static Dataset<Row> withEvents(
      Dataset<Row> inService, Dataset<Row> moves, Dataset<Row> leavers) {
    Dataset<Row> headline =
        moves
            .where(MOVES.headline.col())
            .select(
                MOVES.personId.col().as("mover"),
                Month.number(MOVES.month.col()).as("moved_at"),
                MOVES.direction.col(),
                MOVES.toGroup.col());
    Column last = NEXT.isNull();
    Column stays = coalesce(NEXT.equalTo(THEN), lit(false));
    Column works = stays.and(atWork(MONTHS.state.col())).and(atWork(NEXT_STATE));
    return inService
        .join(
            headline,
            MONTHS.personId.col().equalTo(col("mover")).and(THEN.equalTo(col("moved_at"))),
            "left_outer")
        .join(leavers, MONTHS.personId.col().equalTo(col("leaver")).and(last), "left_outer")
        .withColumn(
            CELLS.event.name(),
            when(col("leaver").isNotNull(), lit(CareerRiskCells.LEFT))
                .when(not(works), lit(CareerRiskCells.AWAY))
                .when(col("mover").isNotNull(), concat(lit("move_"), MOVES.direction.col()))
                .when(
                    col("next_organisation").notEqual(MONTHS.organisation.col()),
                    lit(CareerRiskCells.TRUST))
                .otherwise(lit(CareerRiskCells.NONE)))
        .withColumn(
            CELLS.destination.name(),
            when(CELLS.event.col().startsWith("move_"), MOVES.toGroup.col())
                .otherwise(lit(CareerRiskCells.NONE)));
  }

  private static Column atWork(Column state) {
    return state.equalTo(lit(PayrollState.ACTIVE));
  }

  private static Dataset<Row> described(Dataset<Row> inService, Dataset<Row> persons) {
    Column since = THEN.minus(col("leave_until"));
    Column inPost = AT.minus(Month.number(MONTHS.startDate.col()));
    return inService
        .join(
            persons.select(
                PERSONS.personId.col().as("person"),
                PERSONS.sex.col().as("recorded_sex"),
                PERSONS.ethnicity.col().as("ethnic_code"),
                PERSONS.nationality.col().as("recorded_nationality")),
            MONTHS.personId.col().equalTo(col("person")),
            "left_outer")
        .withColumn(CELLS.ageBand.name(), StaffTraits.ageBand(MONTHS.age.col()))
        .withColumn(CELLS.sex.name(), StaffTraits.known(col("recorded_sex")))
        .withColumn(CELLS.ethnicity.name(), StaffTraits.ethnicity(col("ethnic_code")))
        .withColumn(CELLS.nationality.name(), StaffTraits.nationality(col("recorded_nationality")))
        .withColumn(CELLS.tenure.name(), StaffTraits.tenure(inPost))
        .withColumn(
            CELLS.parenthood.name(),
            when(since.leq(lit(AFTER_LEAVE)), lit("returned")).otherwise(lit("none")))
        .withColumn(
            CELLS.sickness.name(), when(col("was_ill"), lit("recent")).otherwise(lit("none")));
  }

  private static Dataset<Row> counted(Dataset<Row> personMonths) {
    Column[] key = CELLS.key().stream().map(f -> f.col()).toArray(Column[]::new);
    return personMonths.groupBy(key).agg(count(lit(1)).as(CELLS.persons.name()));
  }
}
