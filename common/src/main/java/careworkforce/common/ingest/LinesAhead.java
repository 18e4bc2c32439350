package careworkforce.common.ingest;

import java.io.IOException;
import java.util.Arrays;

/**
 * Lines read before it is known which record they belong to, end to end with an LF between them. No
 * more of them than one record may be long.
 */
final class LinesAhead {
  private static final int FIRST_SIZE = 1024;
  private final LineReader lines;
  private final int longest;
  private byte[] bytes = new byte[FIRST_SIZE];
  private int[] ends = new int[FIRST_SIZE / 16];
  private int from;
  private int first;
  private int last;
  private boolean standsAtNext;

  LinesAhead(LineReader lines, int longest) {
    this.lines = lines;
    this.longest = longest;
  }

  /** Moves the reader to the line after these; false at the end of the file. */
  boolean next() throws IOException {
    if (standsAtNext) {
      standsAtNext = false;
      return true;
    }
    return lines.next();
  }

  /** Begins with a line, where there is none. */
  void begin(byte[] line, int begin, int end) {
    from = 0;
    first = 0;
    last = 0;
    add(line, begin, end);
  }

  private void add(byte[] line, int begin, int end) {
    int at = last == 0 ? 0 : ends[last - 1] + 1;
    int stop = at + end - begin;
    if (stop > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * stop);
    }
    if (last == ends.length) {
      ends = Arrays.copyOf(ends, 2 * last);
    }
    if (at > 0) {
      bytes[at - 1] = '\n';
    }
    System.arraycopy(line, begin, bytes, at, end - begin);
    ends[last++] = stop;
  }

  /** True if there are so many lines, and they together no longer than a record; reads for it. */
  boolean has(int count) throws IOException {
    if (first + count <= last) {
      return true;
    }
    if (standsAtNext || !lines.next()) {
      return false;
    }
    standsAtNext = lines.tooLong() || end(last - first) - from + 1L + length() > longest;
    if (!standsAtNext) {
      add(lines.bytes(), lines.from(), lines.to());
    }
    return !standsAtNext;
  }

  private int length() {
    return lines.to() - lines.from();
  }

  /** Drops the first lines; their bytes stay until {@link #tidy}. */
  void drop(int count) {
    first += count;
    from = ends[first - 1] + 1;
  }

  /** Frees the place of lines dropped. */
  void tidy() {
    if (first < last && 2 * from > bytes.length) {
      int end = ends[last - 1];
      System.arraycopy(bytes, from, bytes, 0, end - from);
      for (int i = first; i < last; i++) {
        ends[i - first] = ends[i] - from;
      }
      last -= first;
      first = 0;
      from = 0;
    }
  }

  boolean isEmpty() {
    return first == last;
  }

  /** True if the reader stands at the line after these, which is not among them. */
  boolean standsAtNext() {
    return standsAtNext;
  }

  byte[] bytes() {
    return bytes;
  }

  /** Where the first line begins. */
  int from() {
    return from;
  }

  /** Where the line of that number ends, the first being 1. */
  int end(int line) {
    return ends[first + line - 1];
  }
}
