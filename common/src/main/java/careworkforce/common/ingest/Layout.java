package careworkforce.common.ingest;

import careworkforce.common.time.Month;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One form in which a source's files are delivered: how they are named, cut into cells, and which
 * columns become which fields of the contract. Begin with {@link #named}; see {@link LayoutDraft}
 * for every part.
 *
 * @param id short name, unique in its {@link Ingest}, such as {@code esr-2012}
 * @param names the file's path below the source's folder, without {@code .gz}
 * @param from first month it holds for
 * @param to last month it holds for
 * @param fixed the period of files whose names tell none
 * @param delimiters ASCII characters of which one cuts a file; one alone where there is no header
 * @param quote the quoting character; 0 for none
 * @param charset strictly decoded: UTF-8 (byte order mark allowed) or a one-byte charset
 * @param otherwise charset of lines that are not in the first; null if they are rejected
 * @param preamble lines before the header or the first row
 * @param width number of columns of a file without header; 0 where there is a header
 * @param foldsHeaders true if case, blanks and underscores do not count in a header
 * @param nulls texts that mean null in every column
 * @param columns the delivered columns taken
 * @param left headers known and not taken
 * @param identifiersLeft headers of direct identifiers known and never taken
 * @param notPersonal headers that look like a direct identifier and are not one
 * @param renamed another header to the header it stands for
 * @param totals header and text by which a row of totals is told
 * @param sheets names that a workbook's sheet of data has had; none for the first sheet
 */
public record Layout(
    String id,
    Pattern names,
    Month from,
    Month to,
    @Nullable Month fixed,
    String delimiters,
    char quote,
    Charset charset,
    @Nullable Charset otherwise,
    int preamble,
    int width,
    boolean foldsHeaders,
    Set<String> nulls,
    List<Delivered> columns,
    Set<String> left,
    Set<String> identifiersLeft,
    Set<String> notPersonal,
    Map<String, String> renamed,
    @Nullable Total totals,
    List<String> sheets) {

  /**
   * A row of totals, which is not a row of data.
   *
   * @param column header of the column that tells
   * @param text its text, blanks around it not counting
   */
  record Total(String column, String text) {}

  /** Begins a layout of comma-separated UTF-8 with double quotes and a header. */
  public static LayoutDraft named(String id) {
    return new LayoutDraft(id);
  }

  /** True if a period is one this layout holds for. */
  public boolean holdsFor(Month period) {
    return from.compareTo(period) <= 0 && period.compareTo(to) <= 0;
  }

  /**
   * The period a file stands for; empty if the name is not of this layout, or tells none.
   *
   * @param path below the source's folder, with or without {@code .gz}
   */
  public Optional<Month> period(String path) {
    return PeriodOfName.of(names, fixed, path);
  }

  /** The names its files have, as a pattern in which YYYY and MM stand for year and month. */
  String namesShown() {
    return names
        .pattern()
        .replace("(?<year>\\d{4})", "YYYY")
        .replace("(?<month>\\d{2})", "MM")
        .replace("\\.", ".");
  }

  /** True if the file names no columns, so that their positions count. */
  public boolean positional() {
    return width > 0;
  }

  /** A header as it is compared. */
  String fold(String header) {
    String trimmed = header.strip();
    return foldsHeaders
        ? trimmed.toLowerCase(java.util.Locale.ROOT).replaceAll("[ _]+", "_")
        : trimmed;
  }
}
