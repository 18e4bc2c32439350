package careworkforce.common.ingest;

import careworkforce.common.time.Month;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import org.apache.hadoop.conf.Configuration;

/** The first reading of a file: counts, hash and rejects; nothing is written. */
final class FileReading {
  /** Rejects of one file that travel with its counts; of more, the file is read again. */
  static final int KEPT_REJECTS = 1_000;

  private FileReading() {}

  static Tally tally(FileTask task, Recipe recipe, Configuration hadoop) throws IOException {
    Refusal refusal;
    try (FileSource source = FileSource.open(task.file(), recipe, hadoop)) {
      return count(task, recipe, source);
    } catch (Refusal e) {
      refusal = e;
    } catch (EOFException e) {
      refusal = new Refusal("its packed content is cut off or empty", "Have it delivered again");
    } catch (ZipException e) {
      refusal =
          new Refusal("it cannot be unpacked (" + e.getMessage() + ")", "Have it delivered again");
    } catch (IOException e) {
      Refusal closed = FileSource.closed(e).orElse(null);
      if (closed == null) {
        throw e;
      }
      return Tally.refused(task.path(), FileSource.UNREAD, closed);
    }
    return Tally.refused(task.path(), FileSource.sha256(task.file(), hadoop), refusal);
  }

  private static Tally count(FileTask task, Recipe recipe, FileSource source)
      throws IOException, Refusal {
    FileScan scan = new FileScan(source, recipe, task.path(), new Month(task.month()), false);
    long accepted = 0;
    long rejected = 0;
    List<Reject> rejects = new ArrayList<>();
    Map<RejectCode, Long> codes = new EnumMap<>(RejectCode.class);
    while (scan.next()) {
      Reject reject = scan.reject();
      if (reject == null) {
        accepted++;
      } else {
        rejected++;
        codes.merge(reject.code(), 1L, Long::sum);
        if (rejects.size() < KEPT_REJECTS) {
          rejects.add(reject);
        }
      }
    }
    return new Tally(
        task.path(),
        source.sha256OfAll(),
        scan.delivered(),
        accepted,
        rejected,
        scan.duplicates(),
        rejects,
        codes,
        scan.unknown(),
        scan.totals(),
        scan.erased(),
        scan.filled(),
        null,
        "");
  }
}
