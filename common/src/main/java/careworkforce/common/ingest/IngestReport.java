package careworkforce.common.ingest;

import java.util.List;
import java.util.OptionalLong;

/**
 * What an ingest took in.
 *
 * @param table full name of the bronze table
 * @param files one entry a file looked at
 * @param messages what a person should know, such as a file that replaced a period
 * @param version new Delta version of the table; empty if it did not move
 */
public record IngestReport(
    String table, List<FileCount> files, List<String> messages, OptionalLong version) {

  /**
   * The account of one file: delivered = accepted + rejected + duplicates.
   *
   * @param file path below the source's folder
   * @param period first day of its period, ISO
   * @param status what became of it: ingested, same, superseded, refused
   * @param note what a person should know
   */
  public record FileCount(
      String file,
      String period,
      String status,
      long delivered,
      long accepted,
      long rejected,
      long duplicates,
      String note) {}
}
