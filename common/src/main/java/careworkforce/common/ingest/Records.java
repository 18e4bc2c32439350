package careworkforce.common.ingest;

import java.io.IOException;

/**
 * The records of a file, each cut into cells: a line, or several where a quoted cell runs over line
 * ends (RFC 4180, 2.6), which then stand in it as LF. Lines become one record only if its quotes
 * close within the longest length and leave as many cells as there are columns; else the first of
 * them is a record by itself, with a quote that does not close, and the next is looked at afresh.
 * So a stray quote costs its own line and no other. The file's first line is read without its byte
 * order mark.
 */
final class Records {
  private final LineReader lines;
  private final Cells cells;
  private final LinesAhead ahead;
  private int width;
  private boolean atReader; // the record is the line at which the reader stands
  private boolean whole;
  private byte[] bytes = new byte[0];
  private int from;
  private int to;
  private long number;
  private long nextNumber;

  /**
   * Begins at the line that the reader comes to next.
   *
   * @param longest bytes of a record
   */
  Records(LineReader lines, Cells cells, int longest) {
    this.lines = lines;
    this.cells = cells;
    this.ahead = new LinesAhead(lines, longest);
  }

  /** From the next record on, those of several lines have so many cells. */
  void ofWidth(int columns) {
    width = columns;
  }

  /** Moves to the next record; false at the end of the file. */
  boolean next() throws IOException {
    ahead.tidy();
    atReader = ahead.isEmpty();
    if (atReader && !ahead.next()) {
      return false;
    }
    if (atReader) {
      number = lines.number();
      stand(lines.bytes(), lines.from(), lines.to());
      from = number == 1 ? afterMark(bytes, from, to) : from;
    } else {
      number = nextNumber;
      stand(ahead.bytes(), ahead.from(), ahead.end(1));
    }
    nextNumber = number + 1;
    whole = !tooLong() && cells.cut(bytes, from, to);
    if (!whole && !tooLong() && cells.open()) {
      gather();
    } else if (!atReader) {
      ahead.drop(1);
    }
    return true;
  }

  private void stand(byte[] line, int begin, int end) {
    bytes = line;
    from = begin;
    to = end;
  }

  private static int afterMark(byte[] b, int from, int to) {
    boolean marked =
        to - from >= 3
            && b[from] == (byte) 0xEF
            && b[from + 1] == (byte) 0xBB
            && b[from + 2] == (byte) 0xBF;
    return marked ? from + 3 : from;
  }

  /** Makes the line one record with those after it, if they are one. */
  private void gather() throws IOException {
    if (atReader) {
      ahead.begin(bytes, from, to);
      atReader = false;
      cells.cut(ahead.bytes(), ahead.from(), ahead.end(1));
    }
    int count = 1;
    while (cells.open() && (width == 0 || cells.count() < width) && ahead.has(count + 1)) {
      whole = cells.carryOn(ahead.bytes(), ahead.end(count), ahead.end(count + 1));
      count++;
    }
    whole &= width == 0 || cells.count() == width;
    int taken = whole ? count : 1;
    stand(ahead.bytes(), ahead.from(), ahead.end(taken));
    nextNumber = number + taken;
    ahead.drop(taken);
  }

  /** False if a quote does not close, or has text after it; or the line is too long to be cut. */
  boolean whole() {
    return whole;
  }

  /** The array that holds the record, from {@link #from} to {@link #to}, until the next call. */
  byte[] bytes() {
    return bytes;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /** Number of the record's first line, from 1. */
  long number() {
    return number;
  }

  /** True for a line of which only the beginning was kept. */
  boolean tooLong() {
    return atReader && lines.tooLong();
  }

  /** True if the record had a line end; false for a last one without. */
  boolean ended() {
    return !ahead.isEmpty() || ahead.standsAtNext() || lines.ended();
  }
}
