package careworkforce.common.ingest;

import careworkforce.common.table.CodeList;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How the text of a delivered cell becomes a value. Blanks around a cell never count; an empty cell
 * and the layout's null markers are null. A text that does not parse rejects its row, with a code.
 */
public final class Parse implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What is expected of the text. */
  enum Kind {
    TEXT,
    INTEGER,
    WHOLE_NUMBER,
    ROWS_OF_FILE,
    ROUNDED_NUMBER,
    DECIMAL,
    ROUNDED_DECIMAL,
    REAL,
    DATE,
    TIME,
    MONTH,
    LAST_DAY,
    CODE,
    LEADING_CODE,
    FLAG,
    NHS_NUMBER,
    IDENTIFIER,
    HEADER
  }

  private final Kind kind;
  private final List<String> arguments;
  private final Set<String> absent;
  private final boolean ofPeriod;
  private final boolean thousands;

  private Parse(
      Kind kind, List<String> arguments, Set<String> absent, boolean ofPeriod, boolean thousands) {
    this.kind = kind;
    this.arguments = List.copyOf(arguments);
    this.absent = new TreeSet<>(absent);
    this.ofPeriod = ofPeriod;
    this.thousands = thousands;
  }

  private static Parse of(Kind kind, String... arguments) {
    return new Parse(kind, List.of(arguments), Set.of(), false, false);
  }

  /** The text itself. Field type: string. */
  public static Parse text() {
    return of(Kind.TEXT);
  }

  /** Digits with a sign perhaps. Field type: byte, short, integer or long. */
  public static Parse integer() {
    return of(Kind.INTEGER);
  }

  /** A whole number that may be written with a fraction of zeros, such as {@code 21.0}. */
  public static Parse wholeNumber() {
    return of(Kind.WHOLE_NUMBER);
  }

  /**
   * A whole number that tells how many rows the file has, in every row: a file of fewer is refused,
   * as one of which a page is missing.
   */
  public static Parse rowsOfFile() {
    return of(Kind.ROWS_OF_FILE);
  }

  /** A number of any places, rounded half up to a whole one. Field type: integer. */
  public static Parse roundedNumber() {
    return of(Kind.ROUNDED_NUMBER);
  }

  /** A decimal with a point and no more places than the field's scale. Field type: decimal. */
  public static Parse decimal() {
    return of(Kind.DECIMAL);
  }

  /** A decimal of any number of places, rounded half up to the field's scale. */
  public static Parse roundedDecimal() {
    return of(Kind.ROUNDED_DECIMAL);
  }

  /** A real number, exponents allowed. Field type: double. For what is never summed exactly. */
  public static Parse real() {
    return of(Kind.REAL);
  }

  /**
   * A date in the first of the formats that fits. Field type: date.
   *
   * @param formats as {@link java.time.format.DateTimeFormatter} has them, such as {@code
   *     dd/MM/yyyy}; read strictly, 31 February does not pass
   */
  public static Parse date(String... formats) {
    return of(Kind.DATE, formats);
  }

  /**
   * A time of day as minutes since midnight. Field type: integer.
   *
   * @param formats such as {@code HHmm} or {@code HH:mm:ss}
   */
  public static Parse time(String... formats) {
    return of(Kind.TIME, formats);
  }

  /**
   * A month as the date of its first day. Field type: date.
   *
   * @param formats such as {@code yyyy-MMMM} for {@code 2015-MARCH} (English, in any case), {@code
   *     yyyy-MM} or {@code 'M'yyyyMM}
   */
  public static Parse month(String... formats) {
    return of(Kind.MONTH, formats);
  }

  /**
   * A date or month as the date of its month's last day. Field type: date.
   *
   * @param formats as those of dates and months, such as {@code yyyy-MMM} for {@code 2019-APR}
   */
  public static Parse lastDayOfMonth(String... formats) {
    return of(Kind.LAST_DAY, formats);
  }

  /** One of the field's own codes; any other value is rejected. Field type: string. */
  public static Parse code() {
    return of(Kind.CODE);
  }

  /** One of the codes of a list wider or narrower than the field's. Field type: string. */
  public static Parse code(CodeList codes) {
    return of(Kind.CODE, codes.codes().toArray(String[]::new));
  }

  /**
   * A text that may begin with one of the codes of a list and a blank, such as {@code S11 Back
   * Problems}: the code alone. Any other text stands as it is. Field type: string.
   */
  public static Parse leadingCode(CodeList codes) {
    return of(Kind.LEADING_CODE, codes.codes().toArray(String[]::new));
  }

  /**
   * True or false. Field type: boolean.
   *
   * @param yes the text of true
   * @param no the text of false; empty if a blank cell means false
   */
  public static Parse flag(String yes, String no) {
    return of(Kind.FLAG, yes, no);
  }

  /**
   * An NHS number with a valid check digit, spaces and hyphens allowed, written as the pseudonym of
   * the field's entity. A bad check digit rejects the row.
   */
  public static Parse nhsNumber() {
    return of(Kind.NHS_NUMBER);
  }

  /** Any other direct identifier, written as the pseudonym of the field's entity. */
  public static Parse identifier() {
    return of(Kind.IDENTIFIER);
  }

  /**
   * Not what the cell holds but the header it stands under in the file, in capitals, whether it is
   * empty or not: of a column that has had several names. Field type: string.
   */
  public static Parse header() {
    return of(Kind.HEADER);
  }

  /** The same, with texts of this column that mean null, such as {@code 1800-01-01}. */
  public Parse absent(String... texts) {
    Set<String> all = new TreeSet<>(absent);
    all.addAll(List.of(texts));
    return new Parse(kind, arguments, all, ofPeriod, thousands);
  }

  /**
   * The same, of a date or month that must fall in the file's period; another rejects the row as
   * {@code OTHER_PERIOD}.
   */
  public Parse ofPeriod() {
    if (kind != Kind.DATE && kind != Kind.MONTH && kind != Kind.LAST_DAY) {
      throw new IllegalStateException("only a date or month can be held to the period: " + kind);
    }
    return new Parse(kind, arguments, absent, true, thousands);
  }

  /** The same, of a number in which commas may part groups of three digits, as a sheet shows it. */
  public Parse thousands() {
    if (!Set.of(Kind.INTEGER, Kind.WHOLE_NUMBER, Kind.DECIMAL, Kind.ROUNDED_DECIMAL)
        .contains(kind)) {
      throw new IllegalStateException("only a number can have thousands: " + kind);
    }
    return new Parse(kind, arguments, absent, ofPeriod, true);
  }

  Kind kind() {
    return kind;
  }

  /** Formats, codes, or the two texts of a flag. */
  List<String> arguments() {
    return arguments;
  }

  Set<String> absent() {
    return absent;
  }

  boolean heldToPeriod() {
    return ofPeriod;
  }

  boolean hasThousands() {
    return thousands;
  }

  /** True if the number is that of the file's rows. */
  boolean tellsRows() {
    return kind == Kind.ROWS_OF_FILE;
  }

  /** True if what is written is a pseudonym. */
  boolean identifies() {
    return kind == Kind.NHS_NUMBER || kind == Kind.IDENTIFIER;
  }

  /** Complains of a field this cannot become; null if it can. */
  @Nullable String unfit(careworkforce.common.table.Field field) {
    String type = field.type().typeName();
    boolean fits =
        switch (kind) {
          case TEXT, CODE, LEADING_CODE, NHS_NUMBER, IDENTIFIER, HEADER -> type.equals("string");
          case ROWS_OF_FILE -> type.equals("long");
          case INTEGER, WHOLE_NUMBER -> Set.of("byte", "short", "integer", "long").contains(type);
          case DECIMAL, ROUNDED_DECIMAL -> type.startsWith("decimal");
          case REAL -> type.equals("double");
          case DATE, MONTH, LAST_DAY -> type.equals("date");
          case TIME, ROUNDED_NUMBER -> type.equals("integer");
          case FLAG -> type.equals("boolean");
        };
    if (!fits) {
      return kind + " cannot become " + type;
    }
    if (identifies() != (field.pseudonymOf() != null)) {
      return "an identifier and a pseudonym go together";
    }
    if (kind == Kind.CODE && arguments.isEmpty() && field.codes() == null) {
      return "the field declares no codes";
    }
    return null;
  }

  @Override
  public String toString() {
    return kind
        + (arguments.isEmpty() ? "" : arguments.toString())
        + (absent.isEmpty() ? "" : absent)
        + (ofPeriod ? "@period" : "")
        + (thousands ? "@thousands" : "");
  }
}
