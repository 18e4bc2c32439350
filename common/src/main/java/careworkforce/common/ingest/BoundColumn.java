package careworkforce.common.ingest;

import careworkforce.common.time.Month;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.types.DecimalType;
import org.jspecify.annotations.Nullable;

/** One taken column of one file: reads its cell of each row. */
final class BoundColumn {
  private final Recipe.Column column;
  private final int cell;
  private final CellParser parser;
  private final byte[][] nulls;
  private final int longestNull;
  private final @Nullable Object whenEmpty;
  private final boolean ofBirth;
  private final @Nullable Object told; // by the header, whatever the cell holds
  private final int firstDay;
  private final int lastDay;

  /**
   * Binds a column.
   *
   * @param cell where it stands in the file, -1 if the file lacks it
   * @param header under which it stands there
   * @param values whether values are made; else cells are only judged
   */
  BoundColumn(
      Recipe recipe, Recipe.Column column, int cell, String header, Month period, boolean values) {
    this.column = column;
    this.cell = cell;
    Parse parse = column.parse();
    boolean pseudonyms = values || !recipe.erased().isNone();
    EntityKey key =
        pseudonyms && column.entity() != null ? recipe.keys().get(column.entity()) : null;
    CellParser plain = parser(column, parse, key, values);
    parser = parse.hasThousands() ? NumberParsers.thousands(plain) : plain;
    Set<String> absent = new TreeSet<>(recipe.nulls());
    absent.addAll(parse.absent());
    nulls = absent.stream().map(n -> n.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
    longestNull = Arrays.stream(nulls).mapToInt(n -> n.length).max().orElse(0);
    told = parse.kind() == Parse.Kind.HEADER ? TextParsers.header(header) : null;
    boolean blankIsFalse = parse.kind() == Parse.Kind.FLAG && parse.arguments().get(1).isEmpty();
    whenEmpty = blankIsFalse ? Boolean.FALSE : null;
    ofBirth =
        recipe.personal()
            && parse.kind() != Parse.Kind.DATE
            && !parse.identifies()
            && !recipe.notPersonal().contains(recipe.fold(column.name()))
            && DirectIdentifiers.ofBirth(column.name());
    firstDay = parse.heldToPeriod() ? (int) period.firstDay().toEpochDay() : Integer.MIN_VALUE;
    lastDay = parse.heldToPeriod() ? (int) period.lastDay().toEpochDay() : Integer.MAX_VALUE;
  }

  private static CellParser parser(
      Recipe.Column column, Parse parse, @Nullable EntityKey key, boolean values) {
    return switch (parse.kind()) {
      case TEXT, HEADER -> TextParsers.text(values);
      case INTEGER -> NumberParsers.whole(column.type(), false);
      case WHOLE_NUMBER, ROWS_OF_FILE -> NumberParsers.whole(column.type(), true);
      case ROUNDED_NUMBER -> NumberParsers.rounded();
      case DECIMAL -> NumberParsers.decimal((DecimalType) column.type(), false);
      case ROUNDED_DECIMAL -> NumberParsers.decimal((DecimalType) column.type(), true);
      case REAL -> NumberParsers.real();
      case DATE, MONTH -> TimeParsers.days(parse.arguments());
      case LAST_DAY -> TimeParsers.lastDays(parse.arguments());
      case TIME -> TimeParsers.minutes(parse.arguments());
      case CODE -> TextParsers.code(column.codes());
      case LEADING_CODE -> TextParsers.leadingCode(parse.arguments(), values);
      case FLAG -> TextParsers.flag(parse.arguments().get(0), parse.arguments().get(1));
      case NHS_NUMBER -> TextParsers.nhsNumber(key);
      case IDENTIFIER -> TextParsers.identifier(key);
    };
  }

  Recipe.Column column() {
    return column;
  }

  /** The value, null, or a {@link RejectCode}. */
  @Nullable Object read(Cells cells) {
    Object value = cell < 0 ? whenEmpty : told != null ? told : value(cells);
    if (value == null) {
      return column.required() ? RejectCode.MISSING_REQUIRED : null;
    }
    if (firstDay != Integer.MIN_VALUE
        && value instanceof Integer day
        && (day < firstDay || day > lastDay)) {
      return RejectCode.OTHER_PERIOD;
    }
    return value;
  }

  private @Nullable Object value(Cells cells) {
    byte[] bytes = cells.at(cell);
    int from = cells.from();
    int to = cells.to();
    if (from == to) {
      return whenEmpty;
    }
    if (to - from <= longestNull && isNull(bytes, from, to)) {
      return null;
    }
    Object value = parser.read(bytes, from, to);
    boolean tellsDay =
        ofBirth && !(value instanceof RejectCode) && DirectIdentifiers.fullDate(bytes, from, to);
    return tellsDay ? RejectCode.DAY_OF_BIRTH : value;
  }

  private boolean isNull(byte[] bytes, int from, int to) {
    for (byte[] absent : nulls) {
      if (Arrays.equals(absent, 0, absent.length, bytes, from, to)) {
        return true;
      }
    }
    return false;
  }

  /** Why a cell was not accepted, in words; without a value that the kept line masks. */
  String reason(RejectCode code, Cells cells, Binding binding, boolean personal) {
    String name = column.name();
    if (code == RejectCode.MISSING_REQUIRED || cell < 0) {
      return name + " " + RejectCode.MISSING_REQUIRED.meaning();
    }
    if (RejectContent.masks(cell, cells, binding, personal)) {
      return name + " " + code.meaning();
    }
    String text = cells.text(cell);
    return name
        + " '"
        + (text.length() > 80 ? text.substring(0, 80) + "…" : text)
        + "' "
        + code.meaning();
  }
}
