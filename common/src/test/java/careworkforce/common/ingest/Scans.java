package careworkforce.common.ingest;

import careworkforce.common.time.Month;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.jspecify.annotations.Nullable;

/** Scans of given bytes for tests, told in text. */
public final class Scans {
  static final int LONGEST = 1_000;
  private static final Month PERIOD = Month.of(2015, 1);

  private Scans() {}

  /** A first scan, which judges only. */
  static FileScan of(DeliveredTable table, Layout layout, byte[] content)
      throws IOException, Refusal {
    return of(table, layout, content, PERIOD, false);
  }

  private static FileScan of(
      DeliveredTable table, Layout layout, byte[] content, Month period, boolean values)
      throws IOException, Refusal {
    Pseudonyms keys =
        Pseudonyms.of("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8), "test");
    int longest = Math.max(LONGEST, room(content));
    Recipe recipe = Recipe.of(table, layout, longest, keys, ErasedPersons.nobody());
    return new FileScan(new ByteArrayInputStream(content), recipe, "f.csv", period, values);
  }

  /** Twice the bytes of the header, so that wide files can be told too. */
  private static int room(byte[] content) {
    int end = 0;
    while (end < content.length && content[end] != '\n') {
      end++;
    }
    return 2 * end;
  }

  /**
   * Each row as {@code line: values} or {@code line: CODE column}, values from the fourth field on.
   */
  static List<String> told(DeliveredTable table, Layout layout, byte[] content) {
    return told(table, layout, content, PERIOD);
  }

  /**
   * Each row of a file of an ingest, told as {@code line: values} or {@code line: CODE column}.
   * Dates are days since 1970, pseudonyms those of a key of the tests.
   *
   * @param path of the file below the source's folder, which tells layout and period
   */
  public static List<String> told(Ingest ingest, String path, String content) {
    for (Layout layout : ingest.layouts()) {
      Month period = layout.period(path).orElse(null);
      if (period != null && layout.holdsFor(period)) {
        return told(ingest.writes(), layout, content.getBytes(StandardCharsets.UTF_8), period);
      }
    }
    return List.of("no layout reads " + path);
  }

  private static List<String> told(
      DeliveredTable table, Layout layout, byte[] content, Month period) {
    try {
      FileScan judging = of(table, layout, content, period, false);
      long judged = 0;
      while (judging.next()) {
        judged++;
      }
      FileScan scan = of(table, layout, content, period, true);
      List<String> told = new ArrayList<>();
      long rows = 0;
      while (scan.next()) {
        rows++;
        InternalRow row = scan.row();
        Reject reject = scan.reject();
        told.add(row == null ? told(reject) : told(row, table));
      }
      if (scan.delivered() != rows + scan.duplicates() || rows != judged) {
        throw new AssertionError("rows were lost");
      }
      return told;
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (Refusal e) {
      return List.of("refused: " + e.because());
    }
  }

  static List<String> homes(String content) {
    return told(
        Homes.TABLE,
        Homes.Taking.standard().layouts().get(0),
        (Homes.HEADER + content).getBytes(StandardCharsets.UTF_8));
  }

  private static String told(@Nullable Reject reject) {
    if (reject == null) {
      throw new AssertionError("neither accepted nor rejected");
    }
    String at = reject.column().isEmpty() ? "" : " " + reject.column();
    return reject.line() + ": " + reject.code() + at;
  }

  private static String told(InternalRow row, DeliveredTable table) {
    StringBuilder told = new StringBuilder().append(row.getLong(2)).append(":");
    for (int i = 3; i < table.fields().size(); i++) {
      told.append(' ').append(row.get(i, table.fields().get(i).type()));
    }
    return told.toString();
  }
}
