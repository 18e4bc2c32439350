package careworkforce.common.maintain;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import careworkforce.common.delta.Lake;
import careworkforce.common.delta.Unowned;
import careworkforce.common.delta.Upkeep;
import careworkforce.common.error.UserError;
import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.ErasedPersons;
import careworkforce.common.ingest.FileLedger;
import careworkforce.common.ingest.Ingestion;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Row;

/**
 * The removal of one person from every table and every old version. Data files that name the person
 * in any column of text are gone afterwards, which is proved by reading all that are left. Old
 * versions of the tables concerned can then no longer be read. A delivered file that names the
 * person is read without those rows from then on. The files of a table at which an erasure was cut
 * off are taken in again.
 */
public final class Erasure {
  private static final String ERASING = "erase the person";
  private final Lake lake;
  private final List<Table> tables;

  /**
   * An erasure from a lake.
   *
   * @param tables every table that the lake may hold; data files of no table are not taken for read
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

  /**
   * The tables that name the person; nothing is changed.
   *
   * @throws UserError if a data file cannot be read, or is of no table
   */
  public List<Trace> traces(String pseudonym) {
    List<String> unowned = Unowned.folders(lake, tables);
    if (!unowned.isEmpty()) {
      throw UserError.checks(
          ERASING,
          "of the lake "
              + lake.root()
              + ", "
              + String.join(", ", unowned)
              + (unowned.size() == 1 ? " holds" : " hold")
              + " data files of no table, which may name it",
          "Remove them, or move them out of the lake, and try again");
    }
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
   * Erases the person, and notes it before any row leaves, so that no file brings it back.
   *
   * @return what was found before
   * @throws UserError if a run or a refresh was cut off, a data file cannot be read or is of no
   *     table, or one that is left names the person
   */
  public List<Trace> erase(String pseudonym) {
    Settled.mustBe(lake, tables, ERASING);
    List<Trace> traces = traces(pseudonym);
    ErasedPersons.add(lake, pseudonym);
    for (Trace trace : traces) {
      Upkeep upkeep = new Upkeep(lake, trace.table());
      if (trace.rows() > 0) {
        eraseRows(trace.table(), upkeep, pseudonym);
      }
      upkeep.vacuum(0);
    }
    List<Trace> left = traces(pseudonym);
    if (!left.isEmpty()) {
      throw UserError.checks(
          ERASING,
          "data files of " + left.stream().map(Trace::table).toList() + " still name it",
          "See that nobody else writes to the lake, and erase again");
    }
    return traces;
  }

  private void eraseRows(Table table, Upkeep upkeep, String pseudonym) {
    if (!(table instanceof DeliveredTable delivered)) {
      upkeep.erase(pseudonym);
      return;
    }
    List<Row> fewer =
        upkeep
            .rowsOf(pseudonym)
            .groupBy(delivered.period.col(), delivered.sourceFile.col())
            .agg(count(lit(1)))
            .orderBy(delivered.period.col(), delivered.sourceFile.col())
            .collectAsList();
    Set<Month> periods = new TreeSet<>();
    fewer.forEach(file -> periods.add(Month.of(file.getDate(0).toLocalDate())));
    Ingestion.inDoubt(
        lake,
        delivered,
        periods,
        () -> {
          upkeep.erase(pseudonym);
          keepAccount(delivered, fewer);
        });
  }

  /** The ledger counts the rows that stand, which are fewer now. */
  private void keepAccount(DeliveredTable table, List<Row> fewer) {
    FileLedger ledger = FileLedger.TABLE;
    Upkeep account = new Upkeep(lake, ledger);
    for (Row file : fewer) {
      account.update(
          ledger
              .tableName
              .col()
              .equalTo(table.fullName())
              .and(ledger.file.col().equalTo(file.getString(1)))
              .and(ledger.status.col().equalTo(FileLedger.INGESTED)),
          Map.of(
              ledger.accepted.name(), ledger.accepted.col().minus(file.getLong(2)),
              ledger.delivered.name(), ledger.delivered.col().minus(file.getLong(2)),
              ledger.note.name(), expr("concat(note, ' (rows of a person erased)')")));
    }
  }
}
