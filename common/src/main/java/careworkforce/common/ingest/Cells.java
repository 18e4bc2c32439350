package careworkforce.common.ingest;

import java.util.Arrays;

/**
 * The cells of one line, as ranges of its bytes without the blanks around them. Text in quotes may
 * hold delimiters, line ends, and a quote written twice; a quote inside an unquoted cell stands for
 * itself.
 */
final class Cells {
  private final byte quote;
  private byte delimiter;
  private byte[] line = new byte[0];
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private boolean[] doubled = new boolean[64];
  private byte[] unescaped = new byte[64];
  private int opened;
  private boolean escaped;
  private boolean open;
  private int count;
  private int from;
  private int to;

  /** Cuts at {@code delimiter}; {@code quote} 0 for none. */
  Cells(byte delimiter, byte quote) {
    this.delimiter = delimiter;
    this.quote = quote;
  }

  /** From the next line on, cuts at another delimiter. */
  void cutAt(byte other) {
    delimiter = other;
  }

  /** Cuts a line; false if a quote does not close or has text after it. */
  boolean cut(byte[] bytes, int begin, int end) {
    line = bytes;
    count = 0;
    open = false;
    return cells(begin, end);
  }

  /** Goes on where a quote was {@link #open}: with what follows in the array, or one it grew to. */
  boolean carryOn(byte[] bytes, int begin, int end) {
    line = bytes;
    int next = quoted(begin, end);
    return next >= end || next >= 0 && cells(next + 1, end);
  }

  /** True if the last cut came to its end inside a quote. */
  boolean open() {
    return open;
  }

  private boolean cells(int begin, int end) {
    int at = begin;
    while (true) {
      while (at < end && line[at] == delimiter) { // most cells of a wide file are empty
        addEmpty(at++);
      }
      int start = skipBlanks(at, end);
      int next;
      if (quote != 0 && start < end && line[start] == quote) {
        opened = start + 1;
        escaped = false;
        next = quoted(opened, end);
      } else {
        next = nextDelimiter(at, end);
        add(Math.min(start, next), next, false);
      }
      if (next < 0 || next >= end) {
        return next >= 0;
      }
      at = next + 1;
    }
  }

  /** Ends a quoted cell; where its delimiter or the end is, -1 if there is neither. */
  private int quoted(int at, int end) {
    int close = closingQuote(at, end);
    open = close < 0;
    if (open) {
      return -1;
    }
    int next = skipBlanks(close + 1, end);
    if (next < end && line[next] != delimiter) {
      return -1;
    }
    add(opened, close, escaped);
    return next;
  }

  private int nextDelimiter(int at, int end) {
    int i = at;
    while (i < end && line[i] != delimiter) {
      i++;
    }
    return i;
  }

  private int closingQuote(int at, int end) {
    for (int i = at; i < end; i++) {
      if (line[i] == quote) {
        if (i + 1 < end && line[i + 1] == quote) {
          escaped = true;
          i++;
        } else {
          return i;
        }
      }
    }
    return -1;
  }

  private int skipBlanks(int at, int end) {
    int i = at;
    while (i < end && line[i] == ' ' && line[i] != delimiter) {
      i++;
    }
    return i;
  }

  private void add(int start, int stop, boolean hasDoubled) {
    if (count == starts.length) {
      grow();
    }
    int s = start;
    int e = stop;
    while (s < e && blank(line[s])) {
      s++;
    }
    while (e > s && blank(line[e - 1])) {
      e--;
    }
    starts[count] = s;
    ends[count] = e;
    doubled[count] = hasDoubled;
    count++;
  }

  private void addEmpty(int at) {
    if (count == starts.length) {
      grow();
    }
    starts[count] = at;
    ends[count] = at;
    doubled[count] = false;
    count++;
  }

  private boolean blank(byte b) {
    return (b == ' ' || b == '\t' || b == '\n') && b != delimiter;
  }

  private void grow() {
    starts = Arrays.copyOf(starts, 2 * starts.length);
    ends = Arrays.copyOf(ends, 2 * ends.length);
    doubled = Arrays.copyOf(doubled, 2 * doubled.length);
  }

  /** Number of cells. */
  int count() {
    return count;
  }

  /** Points at a cell: its bytes are those of {@link #bytes} from {@link #from} to {@link #to}. */
  byte[] at(int cell) {
    from = starts[cell];
    to = ends[cell];
    return doubled[cell] ? unescape() : line;
  }

  private byte[] unescape() {
    if (to - from > unescaped.length) {
      unescaped = new byte[2 * (to - from)];
    }
    int kept = 0;
    for (int i = from; i < to; i++) {
      unescaped[kept++] = line[i];
      if (line[i] == quote && i + 1 < to && line[i + 1] == quote) {
        i++;
      }
    }
    from = 0;
    to = kept;
    return unescaped;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /** A cell's text. */
  String text(int cell) {
    byte[] bytes = at(cell);
    return new String(bytes, from, to - from, java.nio.charset.StandardCharsets.UTF_8);
  }
}
