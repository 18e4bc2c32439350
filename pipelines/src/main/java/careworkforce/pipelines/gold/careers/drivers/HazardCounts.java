package careworkforce.pipelines.gold.careers.drivers;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import careworkforce.pipelines.silver.careers.CareerRiskCells;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Person-months by event and level of each column that a hazard may depend on: a small table, which
 * Spark makes where the cells are and by which models are decided on.
 */
final class HazardCounts {
  private static final CareerRiskCells CELLS = CareerRiskCells.TABLE;
  private static final String EVENT = CELLS.event.name();
  private static final List<String> NO_EVENTS = List.of(CareerRiskCells.NONE, CareerRiskCells.AWAY);
  private static final String HAPPENS = "happens";
  private static final String PRICED = "priced_";
  private static final String ROWS = "cells";
  private static final String PERSONS = "person_months";
  private static final String COLUMN = "column";
  private static final String LEVEL = "level";

  /** Person-months by column, level and event. */
  private final TreeMap<String, TreeMap<String, TreeMap<String, Long>>> persons = new TreeMap<>();

  private final List<Row> counted;
  private long rows;

  private HazardCounts(List<Row> counted) {
    this.counted = counted;
    for (Row row : counted) {
      String column = row.getAs(COLUMN);
      rows += column.equals(EVENT) ? row.<Long>getAs(ROWS) : 0;
      persons
          .computeIfAbsent(column, c -> new TreeMap<>())
          .computeIfAbsent(row.getAs(LEVEL), l -> new TreeMap<>())
          .merge(row.getAs(HAPPENS), row.<Long>getAs(PERSONS), Long::sum);
    }
  }

  /**
   * Counts cells.
   *
   * @param cells with {@link HazardModel#PRICES}
   * @param columns words and numbers by whose levels to count
   */
  static HazardCounts of(Dataset<Row> cells, List<String> columns) {
    return new HazardCounts(counted(cells, columns).collectAsList());
  }

  /** The same of the cells alone of which a house price is known. */
  HazardCounts priced(String price) {
    return new HazardCounts(
        counted.stream().filter(row -> row.<Boolean>getAs(PRICED + price)).toList());
  }

  /** Rows of column, level, event, which prices are known, person-months and cells. */
  private static Dataset<Row> counted(Dataset<Row> cells, List<String> columns) {
    List<String> all = new ArrayList<>(columns);
    all.add(EVENT);
    List<Column> priced = HazardModel.PRICES.stream().map(p -> col(PRICED + p)).toList();
    Column[] keys =
        Stream.concat(all.stream().map(name -> col(name)), priced.stream()).toArray(Column[]::new);
    Column[] levels =
        all.stream()
            .map(name -> struct(lit(name).as(COLUMN), col(name).cast("string").as(LEVEL)))
            .toArray(Column[]::new);
    Dataset<Row> known = cells;
    for (String price : HazardModel.PRICES) {
      Column finite = abs(col(price)).lt(lit(Double.POSITIVE_INFINITY));
      known = known.withColumn(PRICED + price, coalesce(finite, lit(false)));
    }
    Column of = col("of");
    return known
        .groupBy(keys)
        .agg(sum(CELLS.persons.col()).as(PERSONS), count(lit(1)).as(ROWS))
        .select(
            and(
                priced,
                col(EVENT).as(HAPPENS),
                col(PERSONS),
                col(ROWS),
                explode(array(levels)).as("of")))
        .where(of.getField(LEVEL).isNotNull())
        .groupBy(
            and(priced, of.getField(COLUMN).as(COLUMN), of.getField(LEVEL).as(LEVEL), col(HAPPENS)))
        .agg(sum(PERSONS).as(PERSONS), sum(ROWS).as(ROWS));
  }

  private static Column[] and(List<Column> columns, Column... more) {
    return Stream.concat(columns.stream(), Stream.of(more)).toArray(Column[]::new);
  }

  /** Number of cells. */
  long rows() {
    return rows;
  }

  /** Kinds of event that happen, in alphabetical order. */
  List<String> events() {
    return levels(EVENT).keySet().stream().filter(e -> !NO_EVENTS.contains(e)).toList();
  }

  /** How often an event happens. */
  long happens(String event) {
    return levels(EVENT).getOrDefault(event, new TreeMap<>()).getOrDefault(event, 0L);
  }

  /** Levels of a column and those in which an event is rare. */
  RareLevels levels(String column, String event) {
    SortedMap<String, Long> events = new TreeMap<>();
    levels(column).forEach((level, of) -> events.put(level, of.getOrDefault(event, 0L)));
    return new RareLevels(events);
  }

  private TreeMap<String, TreeMap<String, Long>> levels(String column) {
    return persons.getOrDefault(column, new TreeMap<>());
  }
}
