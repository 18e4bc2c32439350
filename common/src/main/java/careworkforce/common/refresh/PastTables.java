package careworkforce.common.refresh;

import careworkforce.common.delta.Lake;
import careworkforce.common.error.UserError;
import careworkforce.common.job.Catalogue;
import careworkforce.common.job.Manifest;
import careworkforce.common.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkException;
import org.apache.spark.sql.AnalysisException;

/** The tables as a past run left them, written to a lake of their own. */
public final class PastTables {
  private PastTables() {}

  /**
   * Writes every table of a run's account, at the version it names: those of jobs, and what was
   * rejected or set aside and the file ledger with them.
   *
   * @param from the lake of the run
   * @param to a lake that holds none of the tables
   * @return full names of the tables written, with their versions
   */
  public static List<String> write(Catalogue catalogue, Lake from, Manifest run, Lake to) {
    Map<String, Long> versions = new HashMap<>(run.beside());
    run.jobs().forEach(job -> versions.put(job.table(), job.version()));
    List<String> written = new ArrayList<>();
    for (Table table : Holdings.of(catalogue)) {
      long version = versions.getOrDefault(table.fullName(), -1L);
      if (version >= 0) {
        mustBeEmpty(to, table);
        copy(from, table, version, to);
        written.add(table.fullName() + " v" + version);
      }
    }
    return written;
  }

  private static void mustBeEmpty(Lake to, Table table) {
    if (to.exists(table)) {
      throw UserError.usage(
          "write past tables to " + to.root(),
          table + " is there",
          "Give a folder that does not hold a lake");
    }
  }

  private static void copy(Lake from, Table table, long version, Lake to) {
    try {
      to.copy(table, from, version);
    } catch (Exception e) {
      if (e instanceof AnalysisException || e.getCause() instanceof SparkException) {
        throw UserError.input(
            "read " + table + " at version " + version,
            "its files or its log entries are gone",
            "They may have been removed by 'maintain vacuum'; 'history "
                + table
                + "' shows the versions");
      }
      throw e;
    }
  }
}
