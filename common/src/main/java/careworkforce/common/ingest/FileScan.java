package careworkforce.common.ingest;

import careworkforce.common.time.Month;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * One reading of one file, row by row: each line is accepted as a row of the contract, rejected
 * with a code, or known as an exact duplicate of an earlier line. Blank lines and rows of totals
 * are no rows.
 */
final class FileScan {
  private static final int NUL = 1;
  private static final int NOT_ASCII = 2;
  private final Recipe recipe;
  private final LineReader lines;
  private final Encoding encoding;
  private final Cells cells;
  private final Binding binding;
  private final @Nullable IdentifierWatch watch;
  private final BoundColumn[] columns;
  private final RowHashes seen = new RowHashes();
  private final UTF8String file;
  private final int period;
  private final byte[] total;
  private @Nullable InternalRow row;
  private @Nullable Reject reject;
  private long delivered;
  private long duplicates;
  private long totals;
  private boolean broken; // the line before left a quote open

  /**
   * Begins: passes over the preamble and binds the header.
   *
   * @param in the file's bytes, unpacked
   * @param values whether values are made, or cells only judged; identifiers are watched for when
   *     cells are judged
   */
  FileScan(InputStream in, Recipe recipe, String file, Month period, boolean values)
      throws IOException, Refusal {
    this.recipe = recipe;
    this.file = UTF8String.fromString(file);
    this.period = (int) period.firstDay().toEpochDay();
    lines = new LineReader(in, recipe.longestLine());
    encoding = new Encoding(recipe.decoding());
    cells = new Cells(single(recipe.delimiter()), single(recipe.quote()));
    total = recipe.totalText().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    binding = recipe.positional() ? positional() : header();
    watch = values ? null : new IdentifierWatch(binding, recipe.personal());
    columns = new BoundColumn[recipe.columns().size()];
    for (int i = 0; i < columns.length; i++) {
      Recipe.Column column = recipe.columns().get(i);
      columns[i] = new BoundColumn(recipe, column, binding.cells()[i], period, values);
    }
  }

  private static byte single(char c) {
    return (byte) c;
  }

  private Binding positional() throws IOException, Refusal {
    preamble();
    return Binding.byPosition(recipe);
  }

  private Binding header() throws IOException, Refusal {
    preamble();
    if (!lines.next()) {
      throw new Refusal("it is empty", "Have it delivered again");
    }
    byte[] bytes = encoding.decode(lines.bytes(), lines.from(), lines.to());
    if (bytes == null || utf16()) {
      throw new Refusal(
          "its header is not " + recipe.charset(),
          "Deliver it in " + recipe.charset() + ", or declare a layout with its encoding");
    }
    boolean same = bytes == lines.bytes();
    int from = afterMark(bytes, same ? lines.from() : 0);
    if (lines.tooLong() || !cells.cut(bytes, from, same ? lines.to() : bytes.length)) {
      throw new Refusal(
          "its header cannot be cut into cells", "Mend the quotes of line " + lines.number());
    }
    List<String> headers = new ArrayList<>();
    for (int i = 0; i < cells.count(); i++) {
      headers.add(cells.text(i));
    }
    return Binding.byName(recipe, headers);
  }

  private void preamble() throws IOException {
    for (int i = 0; i < recipe.preamble(); i++) {
      lines.next();
    }
  }

  private boolean utf16() {
    byte[] b = lines.bytes();
    int from = lines.from();
    return lines.to() - from >= 2
        && (b[from] == (byte) 0xFF && b[from + 1] == (byte) 0xFE
            || b[from] == (byte) 0xFE && b[from + 1] == (byte) 0xFF);
  }

  private static int afterMark(byte[] b, int from) {
    boolean marked =
        b.length - from >= 3
            && b[from] == (byte) 0xEF
            && b[from + 1] == (byte) 0xBB
            && b[from + 2] == (byte) 0xBF;
    return marked ? from + 3 : from;
  }

  /** Moves to the next row accepted or rejected; false at the end of the file. */
  boolean next() throws IOException, Refusal {
    row = null;
    reject = null;
    while (lines.next()) {
      if (lines.from() == lines.to()) {
        continue;
      }
      delivered++;
      byte[] bytes = lines.bytes();
      int from = lines.number() == 1 ? afterMark(bytes, lines.from()) : lines.from();
      if (!lines.tooLong() && !seen.add(bytes, from, lines.to())) {
        duplicates++;
        continue;
      }
      if (read(bytes, from, lines.to())) {
        return true;
      }
    }
    if (watch != null) {
      watch.conclude();
    }
    return false;
  }

  /** Reads a line into a row or a reject; false for a row of totals. */
  private boolean read(byte[] bytes, int from, int to) throws Refusal {
    if (lines.tooLong()) {
      String length = lines.fullLength() + " bytes: the line ";
      return refuse(RejectCode.LINE_TOO_LONG, length, bytes, from, to);
    }
    int odd = oddities(bytes, from, to);
    if ((odd & NUL) != 0) {
      return refuse(RejectCode.NUL_BYTE, "the line ", bytes, from, to);
    }
    if ((odd & NOT_ASCII) == 0) {
      return cut(bytes, from, to);
    }
    byte[] decoded = encoding.decode(bytes, from, to);
    if (decoded == null) {
      return refuse(RejectCode.BAD_ENCODING, "the line ", bytes, from, to);
    }
    return decoded == bytes ? cut(bytes, from, to) : cut(decoded, 0, decoded.length);
  }

  private static int oddities(byte[] bytes, int from, int to) {
    int or = 0;
    boolean nul = false;
    for (int i = from; i < to; i++) {
      or |= bytes[i];
      nul |= bytes[i] == 0;
    }
    return (nul ? NUL : 0) | (or < 0 ? NOT_ASCII : 0);
  }

  private boolean cut(byte[] bytes, int from, int to) throws Refusal {
    boolean whole = cells.cut(bytes, from, to);
    boolean secondHalf = broken && cells.oddQuotes(bytes, from, to);
    broken = !whole && !secondHalf && cells.oddQuotes(bytes, from, to);
    if (!whole || secondHalf) {
      return refuse(RejectCode.BAD_QUOTE, "the line ", bytes, from, to);
    }
    int width = binding.headers().size();
    if (cells.count() != width) {
      RejectCode code = lines.ended() ? RejectCode.WRONG_FIELD_COUNT : RejectCode.TRUNCATED;
      String counts = cells.count() + " cells for " + width + " columns: the line ";
      return refuse(code, counts, bytes, from, to);
    }
    if (binding.total() >= 0 && isTotal()) {
      delivered--;
      totals++;
      return false;
    }
    if (watch != null) {
      watch.see(cells);
    }
    accept();
    return true;
  }

  private boolean isTotal() {
    byte[] bytes = cells.at(binding.total());
    return java.util.Arrays.equals(bytes, cells.from(), cells.to(), total, 0, total.length);
  }

  private void accept() {
    Object[] values = new Object[recipe.fields()];
    values[0] = period;
    values[1] = file;
    values[2] = lines.number();
    for (BoundColumn column : columns) {
      Object value = column.read(cells);
      if (value instanceof RejectCode code) {
        reject =
            new Reject(
                code,
                column.reason(code, cells),
                column.column().name(),
                lines.number(),
                RejectContent.of(cells, binding, recipe.delimiter(), recipe.personal()));
        return;
      }
      values[column.column().ordinal()] = value;
    }
    row = new GenericInternalRow(values);
  }

  private boolean refuse(RejectCode code, String subject, byte[] bytes, int from, int to) {
    String content = RejectContent.of(bytes, from, to, recipe.personal());
    reject = new Reject(code, subject + code.meaning(), "", lines.number(), content);
    return true;
  }

  /** The accepted row; null if the row was rejected. */
  @Nullable InternalRow row() {
    return row;
  }

  /** The rejected row; null if it was accepted. */
  @Nullable Reject reject() {
    return reject;
  }

  /** Rows so far: accepted, rejected and duplicates. */
  long delivered() {
    return delivered;
  }

  long duplicates() {
    return duplicates;
  }

  /** Rows of totals, which count nowhere. */
  long totals() {
    return totals;
  }

  List<String> unknown() {
    return binding.unknown();
  }
}
