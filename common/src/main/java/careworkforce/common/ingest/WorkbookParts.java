package careworkforce.common.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * The parts of an XLSX workbook that tell of its sheets, unpacked in memory and nowhere else. A
 * package that unpacks to more than 256 MiB, has over 10,000 parts, or names a part outside itself
 * is refused.
 */
final class WorkbookParts {
  /** The folder of the workbook's parts, from which they name each other. */
  static final String FOLDER = "xl/";

  static final String WORKBOOK = FOLDER + "workbook.xml";
  static final String RELATIONS = FOLDER + "_rels/workbook.xml.rels";

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
    if (!parts.parts.containsKey(WORKBOOK)) {
      throw new ZipException("it is no XLSX workbook: it has no " + WORKBOOK);
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
    boolean needed = needed(name);
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
      bytes += read;
      if (bytes > MOST_BYTES) {
        throw new ZipException("it unpacks to more than " + MOST_BYTES + " bytes");
      }
      if (needed) {
        kept.write(buffer, 0, read);
      }
    }
    if (needed) {
      parts.put(name, kept.toByteArray());
    }
  }

  /** What pictures and programs a workbook holds is not needed. */
  private static boolean needed(String name) {
    return name.equals(RELATIONS) || name.startsWith(FOLDER) && name.endsWith(".xml");
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
