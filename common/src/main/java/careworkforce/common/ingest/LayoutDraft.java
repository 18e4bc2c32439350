package careworkforce.common.ingest;

import careworkforce.common.table.Field;
import careworkforce.common.time.Month;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Layout} being declared.
 *
 * <pre>{@code
 * Layout.named("esr-2012")
 *     .files("ESR_ASSIGNMENTS_(?<year>\\d{4})(?<month>\\d{2})\\.csv")
 *     .from(Month.of(2012, 1))
 *     .foldHeaders()
 *     .take("Unique_Nhs_Identifier", TABLE.personId, Parse.nhsNumber())
 *     .take("Tm_Year_Month", TABLE.month, Parse.month("yyyy-MMMM").ofPeriod())
 *     .takeIfThere("Home_Lsoa", TABLE.homeLsoa, Parse.text())
 *     .leave("Registration_Number")
 *     .layout();
 * }</pre>
 */
public final class LayoutDraft {
  private final String id;
  private @Nullable Pattern names;
  private Month from = Month.of(1900, 1);
  private Month to = Month.of(2999, 12);
  private @Nullable Month fixed;
  private String delimiters = ",";
  private char quote = '"';
  private Charset charset = StandardCharsets.UTF_8;
  private @Nullable Charset otherwise;
  private int preamble;
  private int width;
  private boolean foldsHeaders;
  private final Set<String> nulls = new TreeSet<>();
  private final List<Delivered> columns = new ArrayList<>();
  private final Set<String> left = new TreeSet<>();
  private final Set<String> identifiersLeft = new TreeSet<>();
  private final Set<String> notPersonal = new TreeSet<>();
  private final Map<String, String> renamed = new TreeMap<>();
  private Layout.@Nullable Total totals;
  private List<String> sheets = List.of();

  LayoutDraft(String id) {
    this.id = id;
  }

  /**
   * How the files are named: a regular expression over the path below the source's folder, which
   * has to match as a whole ({@code .gz} is taken off before). Its named groups tell the period:
   * {@code year} (four digits) with {@code month} (two digits, or the month in English), {@code
   * year} alone (January), or {@code fyear} (financial year such as {@code 0708}, from April). With
   * {@code runday} (two digits) it is the day on which the file was made that they tell, and the
   * period is the month of the day before.
   */
  public LayoutDraft files(String pattern) {
    this.names = Pattern.compile(pattern);
    return this;
  }

  /** The period of files whose names tell none. */
  public LayoutDraft period(Month fixed) {
    this.fixed = fixed;
    return this;
  }

  /** First month this layout holds for. */
  public LayoutDraft from(Month from) {
    this.from = from;
    return this;
  }

  /** Last month this layout holds for. */
  public LayoutDraft to(Month to) {
    this.to = to;
    return this;
  }

  /**
   * What stands between cells, an ASCII character; comma if not said. Of several, a file is cut by
   * the one that makes the most cells of its header, by the first of these where two make as many.
   */
  public LayoutDraft delimiter(char delimiter, char... others) {
    delimiters = delimiter + new String(others);
    if (!StandardCharsets.US_ASCII.newEncoder().canEncode(delimiters)) {
      throw new IllegalArgumentException(id + ": the delimiter is not ASCII: " + delimiters);
    }
    return this;
  }

  /**
   * The quoting character; a double quote if not said. Doubled inside quotes it stands for one, and
   * a cell in quotes may run over line ends.
   */
  public LayoutDraft quote(char quote) {
    this.quote = quote;
    return this;
  }

  /** Nothing is quoted: a quote is a character like others. */
  public LayoutDraft unquoted() {
    this.quote = 0;
    return this;
  }

  /** UTF-8 if not said; else a one-byte charset. */
  public LayoutDraft charset(Charset charset) {
    this.charset = charset;
    return this;
  }

  /**
   * A one-byte charset for lines that are not in UTF-8, each line by itself: for what spreadsheet
   * programs save as CSV. Else such lines are rejected.
   */
  public LayoutDraft charsetElse(Charset otherwise) {
    this.otherwise = otherwise;
    return this;
  }

  /** Lines before the header, or before the first row of a file without one. */
  public LayoutDraft preamble(int lines) {
    this.preamble = lines;
    return this;
  }

  /** No header: exactly this many columns, told by position ({@link #takeAt}). */
  public LayoutDraft positional(int columns) {
    this.width = columns;
    return this;
  }

  /** Case does not count in headers, and blanks count as underscores. */
  public LayoutDraft foldHeaders() {
    this.foldsHeaders = true;
    return this;
  }

  /**
   * The sheet of a workbook ({@code .xlsx}) that holds the data, by each name it has had; case,
   * blanks and underscores do not count. The workbook's first if not said.
   */
  public LayoutDraft sheet(String... names) {
    this.sheets = List.of(names);
    return this;
  }

  /** Texts that mean null in every column, beside the empty cell. */
  public LayoutDraft nulls(String... texts) {
    Collections.addAll(nulls, texts);
    return this;
  }

  /** Another header under which some files deliver a column. */
  public LayoutDraft alsoNamed(String other, String header) {
    renamed.put(other, header);
    return this;
  }

  /** Rows whose column has this text are totals, not data, and are left out of every count. */
  public LayoutDraft totalRow(String column, String text) {
    this.totals = new Layout.Total(column, text);
    return this;
  }

  /** Takes a column. A file that lacks it is refused. */
  public LayoutDraft take(String header, Field into, Parse parse) {
    return add(new Delivered(header, 0, into, parse, false));
  }

  /** Takes a column that files of this layout may lack. */
  public LayoutDraft takeIfThere(String header, Field into, Parse parse) {
    return add(new Delivered(header, 0, into, parse, true));
  }

  /**
   * Takes a column of a file without header.
   *
   * @param position from 1
   */
  public LayoutDraft takeAt(int position, String name, Field into, Parse parse) {
    return add(new Delivered(name, position, into, parse, false));
  }

  private LayoutDraft add(Delivered column) {
    String unfit = column.parse().unfit(column.field());
    if (unfit != null) {
      throw new IllegalArgumentException(id + ", " + column.name() + ": " + unfit);
    }
    columns.add(column);
    return this;
  }

  /** Columns known and not taken; any other is reported as unknown (and not taken either). */
  public LayoutDraft leave(String... headers) {
    Collections.addAll(left, headers);
    return this;
  }

  /** Direct identifiers known to be delivered, never taken, and masked in rejects. */
  public LayoutDraft leaveIdentifiers(String... headers) {
    Collections.addAll(identifiersLeft, headers);
    return this;
  }

  /**
   * Columns that look like a direct identifier and are none, such as a workplace's postcode. Only
   * tables about persons are watched for names, postcodes, phones and e-mail.
   */
  public LayoutDraft notPersonal(String... headers) {
    Collections.addAll(notPersonal, headers);
    return this;
  }

  /** The layout. A field taken twice or a position without a width is a bug of the declaration. */
  public Layout layout() {
    if (names == null) {
      throw new IllegalStateException(id + ": files(pattern) is missing");
    }
    if (fixed == null && !PeriodOfName.has(names, "year") && !PeriodOfName.has(names, "fyear")) {
      throw new IllegalStateException(id + ": neither the names nor period(month) tell the period");
    }
    if (width > 0 && delimiters.length() > 1) {
      throw new IllegalStateException(id + ": without a header nothing tells which delimiter cuts");
    }
    Set<String> fields = new HashSet<>();
    for (Delivered column : columns) {
      if (!fields.add(column.field().name())) {
        throw new IllegalStateException(id + ": two columns become " + column.field());
      }
      if (column.position() > width || (column.position() == 0) != (width == 0)) {
        throw new IllegalStateException(id + ": " + column.name() + " stands at no column");
      }
    }
    return new Layout(
        id,
        names,
        from,
        to,
        fixed,
        delimiters,
        quote,
        charset,
        otherwise,
        preamble,
        width,
        foldsHeaders,
        Collections.unmodifiableSet(nulls),
        List.copyOf(columns),
        Collections.unmodifiableSet(left),
        Collections.unmodifiableSet(identifiersLeft),
        Collections.unmodifiableSet(notPersonal),
        Collections.unmodifiableMap(renamed),
        totals,
        sheets);
  }
}
