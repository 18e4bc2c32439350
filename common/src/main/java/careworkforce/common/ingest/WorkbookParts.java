package careworkforce.common.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * The parts of an XLSX workbook that its first sheet needs, unpacked in memory and nowhere else. A
 * package that unpacks to more than 256 MiB, has over 10,000 parts, or names a part outside itself
 * is refused.
 */
final class WorkbookParts {
  static final String SHEET = "xl/worksheets/sheet1.xml";
  static final String TEXTS = "xl/sharedStrings.xml";
  static final String STYLES = "xl/styles.xml";

  private static final Set<String> NEEDED = Set.of(SHEET, TEXTS, STYLES);
  private static final long MOST_BYTES = 256L << 20;
  private static final int MOST_PARTS = 10_000;

  private final Map<String, byte[]> parts = new HashMap<>();
  private long bytes;
  private int number;

  private WorkbookParts() {}

  /** Unpacks a workbook. */
  static WorkbookParts of(InputStream packed) throws IOException {
    WorkbookParts parts = new WorkbookParts();
    ZipInputStream zip = new ZipInputStream(packed);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      parts.take(entry.getName(), zip);
    }
    if (!parts.parts.containsKey(SHEET)) {
      throw new ZipException("it is no XLSX workbook: it has no " + SHEET);
    }
    return parts;
  }

  private void take(String name, ZipInputStream zip) throws IOException {
    if (++number > MOST_PARTS) {
      throw new ZipException("it has more than " + MOST_PARTS + " parts");
    }
    if (climbs(name)) {
      throw new ZipException("it names a part outside itself");
    }
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
      bytes += read;
      if (bytes > MOST_BYTES) {
        throw new ZipException("it unpacks to more than " + MOST_BYTES + " bytes");
      }
      if (NEEDED.contains(name)) {
        kept.write(buffer, 0, read);
      }
    }
    if (NEEDED.contains(name)) {
      parts.put(name, kept.toByteArray());
    }
  }

  private static boolean climbs(String name) {
    return name.startsWith("/")
        || name.contains("\\")
        || name.contains(":")
        || Arrays.asList(name.split("/", -1)).contains("..");
  }

  /** A part's bytes; none where the workbook has no such part. */
  byte[] part(String name) {
    return parts.getOrDefault(name, new byte[0]);
  }
}
