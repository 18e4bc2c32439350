package careworkforce.common.ingest;

import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import careworkforce.common.table.Sensitivity;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.types.DataType;
import org.jspecify.annotations.Nullable;

/**
 * All that reading a file of one layout needs, in a form that travels to the executors. Headers are
 * folded already; field ordinals are those of the contract's schema, of which the first three are
 * period, file and line.
 */
record Recipe(
    String table,
    String layout,
    String charset,
    @Nullable String otherwise,
    String delimiters,
    char quote,
    int preamble,
    int width,
    boolean foldsHeaders,
    Set<String> nulls,
    List<Column> columns,
    Set<String> left,
    Set<String> identifiersLeft,
    Set<String> notPersonal,
    Map<String, String> renamed,
    @Nullable String totalColumn,
    String totalText,
    boolean personal,
    int fields,
    int longestLine,
    Map<String, EntityKey> keys,
    ErasedPersons erased,
    List<String> sheets)
    implements Serializable {

  /** One delivered column and what becomes of it. */
  record Column(
      String name,
      int position,
      int ordinal,
      Parse parse,
      DataType type,
      List<String> codes,
      boolean required,
      @Nullable String entity,
      boolean optional)
      implements Serializable {

    private Column at(int place) {
      return new Column(name, position, place, parse, type, codes, required, entity, optional);
    }
  }

  static Recipe of(
      DeliveredTable table,
      Layout layout,
      int longestLine,
      @Nullable Pseudonyms pseudonyms,
      ErasedPersons erased) {
    List<Field> fields = table.fields();
    List<Column> columns = new ArrayList<>();
    Map<String, EntityKey> keys = new HashMap<>();
    for (Delivered delivered : layout.columns()) {
      Field field = delivered.field();
      int ordinal = fields.indexOf(field);
      if (ordinal < 0) {
        throw new IllegalStateException(layout.id() + " takes into " + field + ", not of " + table);
      }
      String entity = field.pseudonymOf();
      if (entity != null && pseudonyms != null) {
        keys.computeIfAbsent(entity, pseudonyms::key);
      }
      columns.add(
          new Column(
              delivered.name(),
              delivered.position(),
              ordinal,
              delivered.parse(),
              field.type(),
              codes(delivered.parse(), field.codes()),
              field.isRequired(),
              entity,
              delivered.optional()));
    }
    Map<String, String> renamed = new TreeMap<>();
    layout
        .renamed()
        .forEach((other, header) -> renamed.put(layout.fold(other), layout.fold(header)));
    Layout.Total totals = layout.totals();
    return new Recipe(
        table.fullName(),
        layout.id(),
        layout.charset().name(),
        layout.otherwise() == null ? null : layout.otherwise().name(),
        layout.delimiters(),
        layout.quote(),
        layout.preamble(),
        layout.width(),
        layout.foldsHeaders(),
        layout.nulls(),
        columns,
        folded(layout, layout.left()),
        folded(layout, layout.identifiersLeft()),
        folded(layout, layout.notPersonal()),
        renamed,
        totals == null ? null : layout.fold(totals.column()),
        totals == null ? "" : totals.text(),
        table.sensitivity() == Sensitivity.PERSONAL,
        fields.size(),
        longestLine,
        keys,
        erased,
        layout.sheets());
  }

  private static List<String> codes(Parse parse, @Nullable CodeList ofField) {
    if (parse.kind() != Parse.Kind.CODE) {
      return List.of();
    }
    return parse.arguments().isEmpty() && ofField != null
        ? List.copyOf(ofField.codes())
        : parse.arguments();
  }

  private static Set<String> folded(Layout layout, Set<String> headers) {
    Set<String> folded = new HashSet<>();
    headers.forEach(h -> folded.add(layout.fold(h)));
    return folded;
  }

  /**
   * The same without columns that no row of a file fills or is rejected for: it accepts and rejects
   * the same rows.
   *
   * @param kept fields that stay, by their place; those that stay move together
   */
  Recipe of(BitSet kept) {
    List<Column> some =
        columns.stream()
            .filter(column -> kept.get(column.ordinal()))
            .map(column -> column.at(kept.get(0, column.ordinal()).cardinality()))
            .toList();
    return new Recipe(
        table,
        layout,
        charset,
        otherwise,
        delimiters,
        quote,
        preamble,
        width,
        foldsHeaders,
        nulls,
        some,
        left,
        identifiersLeft,
        notPersonal,
        renamed,
        totalColumn,
        totalText,
        personal,
        kept.cardinality(),
        longestLine,
        keys,
        erased,
        sheets);
  }

  /** A header as it is compared: of another name, the one it stands for. */
  String fold(String header) {
    String trimmed = header.strip();
    String folded =
        foldsHeaders ? trimmed.toLowerCase(Locale.ROOT).replaceAll("[ _]+", "_") : trimmed;
    return renamed.getOrDefault(folded, folded);
  }

  /** True of a file that may tell who persons are, for a table about them or not. */
  boolean tellsOfPersons() {
    return personal || !identifiersLeft.isEmpty();
  }

  Charset decoding() {
    return Charset.forName(charset);
  }

  /** Charset of lines that are not in the first; null if there is none. */
  @Nullable Charset decodingElse() {
    return otherwise == null ? null : Charset.forName(otherwise);
  }

  boolean positional() {
    return width > 0;
  }
}
