package careworkforce.pipelines.gold.careers.consequences;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.job.FakeInputs;
import careworkforce.common.table.Field;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import careworkforce.pipelines.silver.person.EsrPersons;
import careworkforce.pipelines.silver.reference.TrustAreas;
import careworkforce.pipelines.silver.spells.EsrSpells;
import careworkforce.pipelines.silver.spells.EsrSpellsJob;
import careworkforce.pipelines.silver.spells.HeadlineMoves;
import careworkforce.pipelines.silver.spells.OccupationMoves;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * January 2014 to January 2018. In January 2016 two support workers become nurses, one in each of
 * two trusts; two others stay, one in each. Pay of those who stay goes from £10 to £10 and £11, of
 * movers from £10 to £15 and £16; the mover of trust RA leaves at the end of 2016.
 */
final class TwoMovers {
  private static final EsrPersonMonths M = EsrPersonMonths.TABLE;
  private static final EsrPersons P = EsrPersons.TABLE;
  private static final OccupationMoves V = OccupationMoves.TABLE;
  private static final TrustAreas A = TrustAreas.TABLE;
  private static final int BEGIN = Month.of(2014, 1).number();
  static final int END = Month.of(2018, 1).number();
  static final int MOVE = Month.of(2016, 1).number();

  private final TestRows months =
      TestRows.of(M)
          .each(
              M.level1, "CLINICAL",
              M.groupsHeld, 2,
              M.inTraining, false,
              M.assignment, "1",
              M.assignments, 1,
              M.fte, "1",
              M.contract, "Permanent",
              M.age, 35,
              M.state, "ACTIVE");
  private final TestRows persons =
      TestRows.of(P)
          .each(
              P.conflict,
              false,
              P.birthYears,
              1L,
              P.sexes,
              1L,
              P.sex,
              "Female",
              P.lastMonth,
              "2018-01");
  final TestRows moves = HeadlineMoves.rows();

  void stay(String person, String trust, int first, int last, boolean nurse, String pay) {
    for (int month = first; month <= last; month++) {
      months.row(
          M.personId,
          person,
          M.month,
          date(month),
          M.organisation,
          trust,
          M.level2,
          nurse ? "NURSES" : "NURSING_SUPPORT",
          M.band,
          nurse ? "5" : "2",
          M.bandRank,
          nurse ? 50 : 20,
          M.hourlyPay,
          pay);
    }
  }

  void person(String person, int entry) {
    persons.row(P.personId, person, P.firstMonth, date(entry));
  }

  static String date(int month) {
    return new Month(month).firstDay().toString();
  }

  void move(String person, String trust, int last, String pay) {
    become(person, trust, MOVE, last, pay);
    moves.row(V.personId, person, V.month, date(MOVE));
  }

  void become(String person, String trust, int nurse, int last, String pay) {
    person(person, BEGIN);
    stay(person, trust, BEGIN, nurse - 1, false, "10");
    stay(person, trust, nurse, last, true, pay);
  }

  private static FakeInputs alone;

  /** Their world without anybody else, its panel and spells worked out once. */
  static FakeInputs alone() {
    if (alone == null) {
      alone = new TwoMovers().world();
    }
    FakeInputs inputs = FakeInputs.of();
    for (Table table : List.of(M, EsrSpells.TABLE, P, A, V)) {
      inputs.with(table, alone.table(table));
    }
    return inputs;
  }

  /** Their world, and whoever was put beside them. */
  FakeInputs world() {
    move("mover of RA", "RA", Month.of(2016, 12).number(), "15");
    move("mover of RB", "RB", END, "16");
    person("stayer of RA", BEGIN);
    stay("stayer of RA", "RA", BEGIN, END, false, "10");
    person("stayer of RB", BEGIN);
    stay("stayer of RB", "RB", BEGIN, MOVE - 1, false, "10");
    stay("stayer of RB", "RB", MOVE, END, false, "11");
    person("recruit of RA", MOVE);
    stay("recruit of RA", "RA", MOVE, END, true, "13");
    person("recruit of RB", MOVE);
    stay("recruit of RB", "RB", MOVE, END, true, "14");
    return recorded(FakeInputs.of(), lived(months.dataset()))
        .with(P, persons.dataset())
        .with(A, areas())
        .with(V, moves.dataset());
  }

  /**
   * What becomes of them since January 2016, each thing in a month of its own: hours, places,
   * groups and bands. The bands of those who are not in the group that they held then count for
   * nothing.
   */
  private static Dataset<Row> lived(Dataset<Row> panel) {
    Dataset<Row> lived = since(0, panel, "mover of RA", M.fte, "0.5");
    lived = since(3, lived, "mover of RB", M.organisation, "R_FAR");
    lived = since(4, lived, "recruit of RA", M.bandRank, "60");
    lived = since(6, lived, "mover of RB", M.bandRank, "60");
    lived = since(7, lived, "stayer of RB", M.fte, "0.75");
    lived = since(8, lived, "stayer of RA", M.organisation, "R_NEAR");
    lived = since(9, lived, "stayer of RB", M.level2, "NURSES");
    return since(9, lived, "stayer of RB", M.bandRank, "50");
  }

  private static Dataset<Row> since(
      int k, Dataset<Row> panel, String person, Field field, String value) {
    return changed(panel, person(person).and(month().geq(lit(MOVE + k))), field, value);
  }

  static Dataset<Row> changed(Dataset<Row> rows, Column where, Field field, String value) {
    return rows.withColumn(
        field.name(), when(where, lit(value).cast(field.type())).otherwise(field.col()));
  }

  private static Dataset<Row> areas() {
    return TestRows.of(A)
        .each(A.lad, "E06")
        .row(A.organisation, "RA", A.ttwa, "area of RA")
        .row(A.organisation, "RB", A.ttwa, "area of RB")
        .row(A.organisation, "R_NEAR", A.ttwa, "area of RA")
        .row(A.organisation, "R_FAR", A.ttwa, "far away")
        .dataset();
  }

  /** Person-months, and the spells that they make, worked out once for all that reads them. */
  static FakeInputs recorded(FakeInputs inputs, Dataset<Row> panel) {
    FakeInputs with = inputs.with(M, panel.localCheckpoint());
    return with.with(EsrSpells.TABLE, new EsrSpellsJob().rows(with).localCheckpoint());
  }

  static Column person(String person) {
    return M.personId.col().equalTo(lit(person));
  }

  static Column month() {
    return Month.number(M.month.col());
  }
}
