package careworkforce.common.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file unpacked from gzip, which ends in an error where it unpacks to far more than any table of
 * text does: to over 64 MiB and over 500 times its size. Gzip allows 1,032 times, so that a file of
 * a megabyte may be made to keep a machine busy with a gigabyte.
 */
final class Unpacked extends GZIPInputStream {
  private static final long ALWAYS = 64L << 20;
  private static final long TIMES = 500;
  private final long most;
  private long bytes;

  /**
   * Begins.
   *
   * @param size bytes of the packed file
   */
  Unpacked(InputStream packed, int buffer, long size) throws IOException {
    super(packed, buffer);
    most = Math.max(ALWAYS, TIMES * size);
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int read = super.read(into, from, length);
    bytes += Math.max(read, 0);
    if (bytes > most) {
      throw new ZipException("it unpacks to more than " + most + " bytes");
    }
    return read;
  }
}
