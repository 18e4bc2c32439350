package careworkforce.pipelines.paper;

import careworkforce.common.delta.Lake;
import careworkforce.common.estimate.table.TableGrid;
import careworkforce.common.report.Numbers;
import careworkforce.common.table.Field;
import careworkforce.common.table.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a gold table a paper prints, and in which order; the table's file has all of them.
 * Columns whose value is chosen are not printed.
 *
 * @param table whose rows
 * @param where which of them
 * @param chosen columns of one value
 * @param year of which the last year is printed; null for every year
 * @param order of the rows, before that of the key
 * @param most how many rows are printed
 */
record Selection(
    Table table,
    Column where,
    List<Field> chosen,
    @Nullable Field year,
    List<Column> order,
    int most) {
  private static final int MOST = 100;

  /** All rows, by key. */
  static Selection of(Table table) {
    return new Selection(table, functions.lit(true), List.of(), null, List.of(), MOST);
  }

  /** Of those the rows that have a value in a column, which then is not printed. */
  Selection only(Field field, String value) {
    List<Field> all = new ArrayList<>(chosen);
    all.add(field);
    return new Selection(
        table, where.and(field.col().equalTo(functions.lit(value))), all, year, order, most);
  }

  /** Of those the rows that fulfil a condition. */
  Selection where(Column condition) {
    return new Selection(table, where.and(condition), chosen, year, order, most);
  }

  /**
   * Of those the rows of the last year in which every column and horizon is told that is told in
   * any year: in the year that the record ends in some cannot be yet.
   */
  Selection lastYear(Field of) {
    List<Field> all = new ArrayList<>(chosen);
    all.add(of);
    return new Selection(table, where, all, of, order, most);
  }

  /** The rows of most first. */
  Selection byMost(Field field) {
    return new Selection(table, where, chosen, year, List.of(field.col().desc_nulls_last()), most);
  }

  /** The rows of the first rank or place first. */
  Selection byRank(Field field) {
    return new Selection(table, where, chosen, year, List.of(field.col().asc_nulls_last()), most);
  }

  /** No more than so many rows. */
  Selection first(int rows) {
    return new Selection(table, where, chosen, year, order, rows);
  }

  /** The rows, in order, however many. */
  List<Row> rows(Lake lake) {
    List<Column> by = new ArrayList<>(order);
    table.key().forEach(field -> by.add(field.col()));
    List<Row> rows =
        lake.read(table).where(where).orderBy(by.toArray(Column[]::new)).collectAsList();
    return year == null ? rows : told(rows, year);
  }

  /** The printed table; null where there is no row. */
  @Nullable TableGrid grid(Lake lake, String note) {
    List<Row> rows = rows(lake);
    if (rows.isEmpty()) {
      return null;
    }
    List<String> notes = new ArrayList<>(List.of(note));
    if (year != null) {
      notes.add(LakeParts.title(year.name()) + " " + DescribedTable.cell(rows.get(0), year) + ".");
    }
    if (rows.size() > most) {
      notes.add(
          "The first "
              + Numbers.whole(most)
              + " of "
              + Numbers.whole(rows.size())
              + " rows; the file of the table has all.");
    }
    notes.removeIf(String::isEmpty);
    return DescribedTable.of(
        rows.subList(0, Math.min(most, rows.size())),
        table,
        String.join(" ", notes),
        table.fields().stream().filter(field -> !chosen.contains(field)).toList());
  }

  private List<Row> told(List<Row> rows, Field of) {
    TreeMap<Integer, List<Row>> years =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.<Integer>getAs(of.name()), TreeMap::new, Collectors.toList()));
    Set<String> ever = columns(rows);
    return years.descendingMap().values().stream()
        .filter(ofYear -> columns(ofYear).equals(ever))
        .findFirst()
        .or(() -> java.util.Optional.ofNullable(years.lastEntry()).map(Map.Entry::getValue))
        .orElse(List.of());
  }

  /** Numbers in a key that are no years: each is told in other years. */
  private boolean isHorizon(Field field) {
    return field.isKey() && field.type().equals(DataTypes.IntegerType) && !chosen.contains(field);
  }

  /** What is told at all: columns with a value, and horizons. */
  private Set<String> columns(List<Row> rows) {
    Set<String> told = new HashSet<>();
    for (Field field : table.fields()) {
      if (rows.stream().anyMatch(row -> row.getAs(field.name()) != null)) {
        told.add(field.name());
      }
      if (isHorizon(field)) {
        rows.forEach(row -> told.add(field.name() + row.getAs(field.name())));
      }
    }
    return told;
  }
}
