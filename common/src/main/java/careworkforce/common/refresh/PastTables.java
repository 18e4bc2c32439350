package careworkforce.common.refresh;

import careworkforce.common.delta.Lake;
import careworkforce.common.error.UserError;
import careworkforce.common.job.Catalogue;
import careworkforce.common.job.Job;
import careworkforce.common.job.Manifest;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkException;
import org.apache.spark.sql.AnalysisException;

/** The tables as a past run left them, written to a lake of their own. */
public final class PastTables {
  private PastTables() {}

  /**
   * Writes every table of a run's account, at the version it names.
   *
   * @param from the lake of the run
   * @param to a lake that holds none of the tables
   * @return full names of the tables written, with their versions
   */
  public static List<String> write(Catalogue catalogue, Lake from, Manifest run, Lake to) {
    List<String> written = new ArrayList<>();
    for (Manifest.Entry entry : run.jobs()) {
      Job job = catalogue.writer(entry.table());
      if (job != null && entry.version() >= 0) {
        mustBeEmpty(to, job);
        copy(from, job, entry.version(), to);
        written.add(entry.table() + " v" + entry.version());
      }
    }
    return written;
  }

  private static void mustBeEmpty(Lake to, Job job) {
    if (to.exists(job.writes())) {
      throw UserError.usage(
          "write past tables to " + to.root(),
          job.writes() + " is there",
          "Give a folder that does not hold a lake");
    }
  }

  private static void copy(Lake from, Job job, long version, Lake to) {
    try {
      to.copy(job.writes(), from, version);
    } catch (Exception e) {
      if (e instanceof AnalysisException || e.getCause() instanceof SparkException) {
        throw UserError.input(
            "read " + job.writes() + " at version " + version,
            "its files or its log entries are gone",
            "They may have been removed by 'maintain vacuum'; 'history "
                + job.writes()
                + "' shows the versions");
      }
      throw e;
    }
  }
}
