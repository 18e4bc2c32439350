package careworkforce.common.job;

import careworkforce.common.check.CheckReport;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/** How jobs that read delivered files, not tables, are looked at and run. */
public interface Deliveries {
  /** True if the job reads delivered files. */
  boolean reads(Job job);

  /** Looks for what there is to take in. */
  Found look(Job job);

  /** Takes in what is pending. */
  Taken take(Job job, String runId);

  /**
   * What a look found.
   *
   * @param reasons why the job has something to do: new, changed or withdrawn files, or that none
   *     ever came; empty: nothing
   * @param never true if no file of the source ever came
   * @param remarks what a person should know of files that are left alone
   */
  record Found(List<String> reasons, boolean never, List<String> remarks) {}

  /**
   * What was taken in.
   *
   * @param files one entry a file looked at
   * @param messages what a person should know, such as a file that replaced a period
   * @param findings what gates on deliveries found
   */
  record Taken(List<FileCount> files, List<String> messages, List<CheckReport.Finding> findings) {
    /** Rows that were written, of all files taken in. */
    public long accepted() {
      return files.stream().filter(FileCount::isTakenIn).mapToLong(FileCount::accepted).sum();
    }
  }

  /**
   * The account of one file: delivered = accepted + rejected + duplicates. One whose content stands
   * already, from a file of another name, is counted too, though nothing of it is written.
   *
   * @param file path below the sources' folder
   * @param period first day of its period, ISO
   * @param status what became of it, such as {@code ingested}, {@code superseded}, {@code refused}
   */
  record FileCount(
      String file,
      String period,
      String status,
      long delivered,
      long accepted,
      long rejected,
      long duplicates,
      String note) {

    /** True if its rows were written. */
    @JsonIgnore
    public boolean isTakenIn() {
      return status.equals("ingested");
    }

    /** True if it could not be taken in. */
    @JsonIgnore
    public boolean isRefused() {
      return status.equals("refused");
    }
  }
}
