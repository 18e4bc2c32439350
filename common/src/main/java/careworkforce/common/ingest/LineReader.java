package careworkforce.common.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Lines of bytes, each without its line end (LF or CR LF), in bounded memory: of a line longer than
 * the limit only the beginning is kept, the rest is counted and passed over.
 */
final class LineReader {
  private static final int CHUNK = 1 << 16;
  private final InputStream in;
  private final int longest;
  private final byte[] chunk = new byte[CHUNK];
  private int at;
  private int filled;
  private byte[] spill = new byte[1024];
  private byte[] bytes = chunk;
  private int from;
  private int to;
  private long number;
  private long fullLength;
  private boolean ended;

  /**
   * Begins at line 1.
   *
   * @param longest bytes kept of a line
   */
  LineReader(InputStream in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /** Moves to the next line; false at the end of the file. */
  boolean next() throws IOException {
    if (at == filled && !fill()) {
      return false;
    }
    number++;
    ended = false;
    int end = lineEnd();
    if (end >= 0 && end - at <= longest) {
      bytes = chunk;
      from = at;
      to = end;
      fullLength = to - from;
      at = end + 1;
      ended = true;
    } else {
      gather();
    }
    if (ended && to > from && fullLength == to - from && bytes[to - 1] == '\r') {
      to--;
      fullLength--;
    }
    return true;
  }

  private int lineEnd() {
    for (int i = at; i < filled; i++) {
      if (chunk[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private void gather() throws IOException {
    int kept = 0;
    fullLength = 0;
    do {
      int end = lineEnd();
      int stop = end >= 0 ? end : filled;
      int take = Math.min(stop - at, longest - kept);
      if (kept + take > spill.length) {
        spill = Arrays.copyOf(spill, Math.max(kept + take, Math.min(longest, 2 * spill.length)));
      }
      System.arraycopy(chunk, at, spill, kept, take);
      kept += take;
      fullLength += stop - at;
      at = end >= 0 ? end + 1 : filled;
      ended = end >= 0;
    } while (!ended && fill());
    bytes = spill;
    from = 0;
    to = kept;
  }

  private boolean fill() throws IOException {
    at = 0;
    filled = Math.max(0, in.readNBytes(chunk, 0, CHUNK));
    return filled > 0;
  }

  /** The array that holds the line, from {@link #from} to {@link #to}, until the next call. */
  byte[] bytes() {
    return bytes;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /** Line number, from 1. */
  long number() {
    return number;
  }

  /** Length of the whole line in bytes, beyond what is kept. */
  long fullLength() {
    return fullLength;
  }

  boolean tooLong() {
    return fullLength > to - from;
  }

  /** True if the line had a line end; false for a last line without one. */
  boolean ended() {
    return ended;
  }
}
