package careworkforce.common.maintain;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import careworkforce.common.delta.Lake;
import careworkforce.common.delta.Upkeep;
import careworkforce.common.error.UserError;
import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.ErasedPersons;
import careworkforce.common.ingest.FileLedger;
import careworkforce.common.table.Table;
import io.delta.tables.DeltaTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The removal of one person from every table and every old version. Data files that name the person
 * in any column of text are gone afterwards, which is proved by reading all that are left. Old
 * versions of the tables concerned can then no longer be read. A delivered file that names the
 * person is read without those rows from then on.
 */
public final class Erasure {
  private final Lake lake;
  private final List<Table> tables;

  /**
   * An erasure from a lake.
   *
   * @param tables every table that the lake may hold
   */
  public Erasure(Lake lake, List<Table> tables) {
    this.lake = lake;
    this.tables = tables.stream().filter(lake::exists).toList();
  }

  /**
   * What names the person in one table.
   *
   * @param rows rows of the newest version
   * @param inFiles rows in data files of any version
   */
  public record Trace(Table table, long rows, long inFiles) {}

  /** The tables that name the person; nothing is changed. */
  public List<Trace> traces(String pseudonym) {
    List<Trace> found = new ArrayList<>();
    for (Table table : tables) {
      Upkeep upkeep = new Upkeep(lake, table);
      long inFiles = upkeep.rowsInFilesOf(pseudonym);
      if (inFiles > 0) {
        found.add(new Trace(table, upkeep.rowsOf(pseudonym).count(), inFiles));
      }
    }
    return found;
  }

  /**
   * Erases the person, and notes it before anything else, so that no file brings it back.
   *
   * @return what was found before
   * @throws UserError if a run or a refresh was cut off, or a data file that is left names the
   *     person
   */
  public List<Trace> erase(String pseudonym) {
    Settled.mustBe(lake, tables, "erase the person");
    ErasedPersons.add(lake, pseudonym);
    List<Trace> traces = traces(pseudonym);
    for (Trace trace : traces) {
      Upkeep upkeep = new Upkeep(lake, trace.table());
      if (trace.rows() > 0) {
        List<Row> fewer = perFile(trace.table(), upkeep.rowsOf(pseudonym));
        upkeep.erase(pseudonym);
        keepAccount(trace.table(), fewer);
      }
      upkeep.vacuum(0);
    }
    List<Trace> left = traces(pseudonym);
    if (!left.isEmpty()) {
      throw UserError.checks(
          "erase the person",
          "data files of " + left.stream().map(Trace::table).toList() + " still name it",
          "See that nobody else writes to the lake, and erase again");
    }
    return traces;
  }

  /** The ledger counts the rows that stand, which are fewer now. */
  private void keepAccount(Table table, List<Row> fewer) {
    FileLedger ledger = FileLedger.TABLE;
    for (Row file : fewer) {
      DeltaTable.forPath(lake.spark(), lake.path(ledger))
          .update(
              ledger
                  .tableName
                  .col()
                  .equalTo(table.fullName())
                  .and(ledger.file.col().equalTo(file.getString(0)))
                  .and(ledger.status.col().equalTo(FileLedger.INGESTED)),
              Map.of(
                  ledger.accepted.name(), ledger.accepted.col().minus(file.getLong(1)),
                  ledger.delivered.name(), ledger.delivered.col().minus(file.getLong(1)),
                  ledger.note.name(), expr("concat(note, ' (rows of a person erased)')")));
    }
  }

  /** How many rows of each file name the person; none where rows come from no file. */
  private static List<Row> perFile(Table table, Dataset<Row> named) {
    return table instanceof DeliveredTable delivered
        ? named.groupBy(delivered.sourceFile.col()).agg(count(lit(1))).collectAsList()
        : List.of();
  }
}
