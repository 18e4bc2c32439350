package careworkforce.pipelines.silver.spells;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.table.Field;
import careworkforce.pipelines.silver.person.PayrollState;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Spells in which those who left with a mass exit count as transferred out of the record with their
 * service, and not as leavers of either meaning (methods 2.2 rule 4).
 */
public final class ServiceTransfers {
  private static final EsrSpells SPELLS = EsrSpells.TABLE;
  private static final MassExits EXITS = MassExits.TABLE;
  private static final String MOVED_OUT = "moved_out";

  private ServiceTransfers() {}

  /**
   * The spells with transfers told from exits.
   *
   * @param spells rows of {@link EsrSpells}
   * @param exits rows of {@link MassExits}
   * @return rows of {@link EsrSpells}
   */
  public static Dataset<Row> apart(Dataset<Row> spells, Dataset<Row> exits) {
    Column transferred = col(MOVED_OUT).isNotNull();
    Column toTheEnd =
        SPELLS
            .state
            .col()
            .equalTo(lit(PayrollState.LEFT))
            .or(SPELLS.state.col().equalTo(lit(PayrollState.GAP)).and(SPELLS.rightCensored.col()));
    Column absence = transferred.and(toTheEnd);
    Column exit = transferred.and(mayLeave());
    return SPELLS.select(
        spells
            .join(
                broadcast(movedOut(spells, exits)),
                SPELLS.personId.col().equalTo(col(MOVED_OUT)),
                "left_outer")
            .withColumn(
                SPELLS.state.name(),
                when(absence, lit(PayrollState.TRANSFERRED)).otherwise(SPELLS.state.col()))
            .withColumn(SPELLS.leaverOfficial.name(), unless(exit, SPELLS.leaverOfficial))
            .withColumn(SPELLS.leaverEsr.name(), unless(exit, SPELLS.leaverEsr)));
  }

  private static Column unless(Column exit, Field leaver) {
    return when(exit, lit(false)).otherwise(leaver.col());
  }

  /** Leaves, or is absent at the window's end for too short a time to tell. */
  private static Column mayLeave() {
    return coalesce(SPELLS.leaverEsr.col(), lit(true));
  }

  private static Dataset<Row> movedOut(Dataset<Row> spells, Dataset<Row> exits) {
    return spells
        .as("s")
        .where(mayLeave())
        .join(
            broadcast(exits.as("x")),
            SPELLS
                .organisation
                .of("s")
                .equalTo(EXITS.organisation.of("x"))
                .and(SPELLS.level2.of("s").equalTo(EXITS.level2.of("x")))
                .and(SPELLS.lastMonth.of("s").equalTo(EXITS.month.of("x"))),
            "inner")
        .select(SPELLS.personId.of("s").as(MOVED_OUT))
        .distinct();
  }
}
