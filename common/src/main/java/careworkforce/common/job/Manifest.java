package careworkforce.common.job;

import careworkforce.common.check.CheckReport;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * The account of one run; written to {@code manifests/<run>.json} below the lake's root.
 *
 * @param run the run's id
 * @param started when, ISO
 * @param seconds how long
 * @param synthetic true if it ran on a synthetic world
 * @param jobs one entry a planned job, in the order planned
 */
public record Manifest(
    String run, String started, double seconds, boolean synthetic, List<Entry> jobs) {

  /**
   * One job of a run.
   *
   * @param table full name of the table it writes
   * @param status {@code ran}, {@code current} (nothing to do), {@code failed}, {@code held} (an
   *     input failed)
   * @param reasons why it ran
   * @param inputs versions read
   * @param version version that stands; -1 if none
   * @param rows rows of the table, or rows accepted by an ingest
   * @param seconds how long
   * @param files accounts of delivered files
   * @param checks promises that were tried
   * @param messages what a person should know
   */
  public record Entry(
      String table,
      String status,
      List<String> reasons,
      Map<String, Long> inputs,
      long version,
      long rows,
      double seconds,
      List<Deliveries.FileCount> files,
      List<CheckReport.Finding> checks,
      List<String> messages) {}

  /** Entries that failed or were held back. */
  public List<Entry> unfinished() {
    return jobs.stream()
        .filter(e -> e.status().equals("failed") || e.status().equals("held"))
        .toList();
  }

  /** Writes it below the lake's root and gives back where. */
  public Path write(String root, Configuration hadoop) {
    Path path = new Path(root + "/manifests/" + run + ".json");
    try (OutputStream out = path.getFileSystem(hadoop).create(path, true)) {
      out.write(json().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return path;
  }

  /** As JSON, a job a paragraph. */
  public String json() {
    try {
      return JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build()
          .writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
