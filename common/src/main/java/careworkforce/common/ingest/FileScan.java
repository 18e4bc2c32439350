package careworkforce.common.ingest;

import careworkforce.common.time.Month;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * One reading of one file, row by row: each record is accepted as a row of the contract, rejected
 * with a code, or known as an exact duplicate of an earlier one. Blank lines, rows of totals and
 * rows of persons who were erased are no rows.
 */
final class FileScan {
  private static final int NUL = 1;
  private static final int NOT_ASCII = 2;
  private static final Object[] NONE = {};
  private final Recipe recipe;
  private final LineReader lines;
  private final Records records;
  private final Encoding encoding;
  private final Cells cells;
  private final Binding binding;
  private final @Nullable IdentifierWatch watch;
  private final BoundColumn[] columns;
  private final boolean makesRows;
  private char delimiter;
  private final RowHashes seen = new RowHashes();
  private final BitSet filled = new BitSet();
  private final UTF8String file;
  private final int period;
  private final byte[] total;
  private @Nullable InternalRow row;
  private @Nullable Reject reject;
  private long rowsTold;
  private String toldBy = "";
  private long delivered;
  private long duplicates;
  private long totals;
  private long erased;

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
    encoding = new Encoding(recipe.decoding(), recipe.decodingElse());
    delimiter = recipe.delimiters().charAt(0);
    cells = new Cells(single(delimiter), single(recipe.quote()));
    records = new Records(lines, cells, recipe.longestLine());
    total = recipe.totalText().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    binding = recipe.positional() ? positional() : header();
    records.ofWidth(binding.headers().size());
    makesRows = values;
    watch = values ? null : new IdentifierWatch(binding, recipe.personal());
    columns = new BoundColumn[recipe.columns().size()];
    for (int i = 0; i < columns.length; i++) {
      Recipe.Column column = recipe.columns().get(i);
      int cell = binding.cells()[i];
      String header = cell < 0 ? "" : binding.headers().get(cell);
      columns[i] = new BoundColumn(recipe, column, cell, header, period, values);
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
    if (!records.next()) {
      throw new Refusal("it is empty", "Have it delivered again");
    }
    byte[] bytes = encoding.decode(records.bytes(), records.from(), records.to());
    if (bytes == null || utf16()) {
      throw new Refusal(
          "its header is not " + recipe.charset(),
          "Deliver it in " + recipe.charset() + ", or declare a layout with its encoding");
    }
    boolean asRead = bytes == records.bytes();
    int from = asRead ? records.from() : 0;
    int to = asRead ? records.to() : bytes.length;
    if (records.tooLong() || !cutByMost(bytes, from, to)) {
      throw new Refusal(
          "its header cannot be cut into cells", "Mend the quotes of line " + records.number());
    }
    List<String> headers = new ArrayList<>();
    for (int i = 0; i < cells.count(); i++) {
      headers.add(cells.text(i));
    }
    return Binding.byName(recipe, headers);
  }

  /**
   * Cuts the header, and the file from here on, by the delimiter that makes the most cells of it.
   */
  private boolean cutByMost(byte[] bytes, int from, int to) {
    int most = 0;
    for (char other : recipe.delimiters().toCharArray()) {
      cells.cutAt(single(other));
      if (cells.cut(bytes, from, to) && cells.count() > most) {
        most = cells.count();
        delimiter = other;
      }
    }
    cells.cutAt(single(delimiter));
    return cells.cut(bytes, from, to);
  }

  private void preamble() throws IOException {
    for (int i = 0; i < recipe.preamble(); i++) {
      lines.next();
    }
  }

  private boolean utf16() {
    byte[] b = records.bytes();
    int from = records.from();
    return records.to() - from >= 2
        && (b[from] == (byte) 0xFF && b[from + 1] == (byte) 0xFE
            || b[from] == (byte) 0xFE && b[from + 1] == (byte) 0xFF);
  }

  /** Moves to the next row accepted or rejected; false at the end of the file. */
  boolean next() throws IOException, Refusal {
    row = null;
    reject = null;
    while (records.next()) {
      byte[] bytes = records.bytes();
      int from = records.from();
      int to = records.to();
      if (from == to) {
        continue;
      }
      delivered++;
      if (!records.tooLong() && !seen.add(bytes, from, to)) {
        duplicates++;
        continue;
      }
      if (read(bytes, from, to)) {
        return true;
      }
    }
    if (watch != null) {
      watch.conclude();
    }
    if (rowsTold > delivered) {
      throw new Refusal(
          "it holds "
              + delivered
              + " rows of the "
              + rowsTold
              + " that its "
              + toldBy
              + " tells of",
          "Fetch every page of the answer and join them into one file");
    }
    return false;
  }

  /** Reads a record into a row or a reject; false for what is no row. */
  private boolean read(byte[] bytes, int from, int to) throws Refusal {
    if (records.tooLong()) {
      String length = lines.fullLength() + " bytes: the line ";
      return refuse(RejectCode.LINE_TOO_LONG, length, bytes, from, to);
    }
    int odd = oddities(bytes, from, to);
    if ((odd & NUL) != 0) {
      return refuse(RejectCode.NUL_BYTE, "the line ", bytes, from, to);
    }
    byte[] decoded = (odd & NOT_ASCII) == 0 ? bytes : encoding.decode(bytes, from, to);
    if (decoded == null) {
      return refuse(RejectCode.BAD_ENCODING, "the line ", bytes, from, to);
    }
    int begin = decoded == bytes ? from : 0;
    int end = decoded == bytes ? to : decoded.length;
    if (!records.whole()) {
      return refuse(RejectCode.BAD_QUOTE, "the line ", decoded, begin, end);
    }
    if (decoded != bytes) {
      cells.cut(decoded, begin, end);
    }
    return judge(decoded, begin, end);
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

  private boolean judge(byte[] bytes, int from, int to) throws Refusal {
    int width = binding.headers().size();
    if (cells.count() != width) {
      RejectCode code = records.ended() ? RejectCode.WRONG_FIELD_COUNT : RejectCode.TRUNCATED;
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
    if (!recipe.erased().isNone() && namesErased()) {
      delivered--;
      erased++;
      return false;
    }
    accept();
    return true;
  }

  private boolean isTotal() {
    byte[] bytes = cells.at(binding.total());
    return java.util.Arrays.equals(bytes, cells.from(), cells.to(), total, 0, total.length);
  }

  private boolean namesErased() {
    for (BoundColumn column : columns) {
      if (column.column().entity() != null
          && column.read(cells) instanceof UTF8String pseudonym
          && recipe.erased().holds(pseudonym)) {
        return true;
      }
    }
    return false;
  }

  private void accept() {
    Object[] values = makesRows ? placed() : NONE;
    for (BoundColumn column : columns) {
      Object value = column.read(cells);
      if (value == null) {
        continue;
      }
      filled.set(column.column().ordinal());
      if (value instanceof RejectCode code) {
        reject =
            new Reject(
                code,
                column.reason(code, cells, binding, recipe.personal()),
                column.column().name(),
                records.number(),
                RejectContent.of(cells, binding, delimiter, recipe.personal()));
        return;
      }
      if (column.column().parse().tellsRows() && (Long) value > rowsTold) {
        rowsTold = (Long) value;
        toldBy = column.column().name();
      }
      if (makesRows) {
        values[column.column().ordinal()] = value;
      }
    }
    row = makesRows ? new GenericInternalRow(values) : null;
  }

  /** A row's values, of which only those that place it are there. */
  private Object[] placed() {
    Object[] values = new Object[recipe.fields()];
    values[0] = period;
    values[1] = file;
    values[2] = records.number();
    return values;
  }

  private boolean refuse(RejectCode code, String subject, byte[] bytes, int from, int to) {
    String content = RejectContent.of(bytes, from, to, recipe.tellsOfPersons());
    reject = new Reject(code, subject + code.meaning(), "", records.number(), content);
    return true;
  }

  /** The accepted row; null if the row was rejected, or cells are only judged. */
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

  /** Rows of persons who were erased, which count nowhere. */
  long erased() {
    return erased;
  }

  /** Fields, by their place in the contract, that some row fills or is rejected for. */
  BitSet filled() {
    return filled;
  }

  List<String> unknown() {
    return binding.unknown();
  }
}
