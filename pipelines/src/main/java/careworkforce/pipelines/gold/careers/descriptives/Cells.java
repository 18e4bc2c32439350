package careworkforce.pipelines.gold.careers.descriptives;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import careworkforce.pipelines.silver.careers.CareerYears;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Sums over careers by year, occupation and breakdown. Persons are summed once, by occupation area;
 * the higher levels are sums of those sums.
 */
final class Cells {
  /** Name of the column of the occupation level. */
  static final String LEVEL = "occupation_level";

  /** Name of the column of the occupation. */
  static final String OCCUPATION = "occupation";

  /** The level of all occupations together, and its only occupation. */
  static final String ALL = "all";

  /** Occupation levels. */
  static final CodeList LEVELS =
      CodeList.of(
          "occupation level",
          "methods 2.3",
          ALL,
          "all occupations",
          "level1",
          "clinical, support to clinical, infrastructure",
          "level2",
          "occupation group",
          "level3",
          "occupation area; counted for everybody alone, not broken down");

  private static final CareerYears YEARS = CareerYears.TABLE;

  private Cells() {}

  /**
   * Sums by year, occupation and breakdown.
   *
   * @param years rows with the describing columns of {@link CareerYears}
   * @param sums what is summed
   */
  static Dataset<Row> of(Dataset<Row> years, List<Sum> sums) {
    Dataset<Row> each =
        Breakdown.of(years)
            .groupBy(by(YEARS.level1.name(), YEARS.level2.name(), YEARS.level3.name()))
            .agg(first(sums, Sum::each), rest(sums, Sum::each));
    Column everybody = col(Breakdown.BREAKDOWN).equalTo(lit(Breakdown.ALL));
    return Laid.out(each, levels())
        .where(everybody.or(col(LEVEL).notEqual(lit(YEARS.level3.name()))))
        .groupBy(by(LEVEL, OCCUPATION))
        .agg(first(sums, s -> col(s.name())), rest(sums, s -> col(s.name())));
  }

  private static Column[] by(String... more) {
    return Stream.concat(
            Stream.of(YEARS.year.name(), Breakdown.BREAKDOWN, Breakdown.VALUE), Stream.of(more))
        .map(name -> col(name))
        .toArray(Column[]::new);
  }

  private static Column first(List<Sum> sums, java.util.function.Function<Sum, Column> of) {
    return total(sums.get(0), of);
  }

  private static Column[] rest(List<Sum> sums, java.util.function.Function<Sum, Column> of) {
    return sums.stream().skip(1).map(s -> total(s, of)).toArray(Column[]::new);
  }

  private static Column total(Sum sum, java.util.function.Function<Sum, Column> of) {
    return sum(of.apply(sum)).as(sum.name());
  }

  private static Column[] levels() {
    return new Column[] {
      level(ALL, lit(ALL)), level(YEARS.level1), level(YEARS.level2), level(YEARS.level3)
    };
  }

  private static Column level(Field level) {
    return level(level.name(), coalesce(level.col(), lit(Breakdown.UNKNOWN)));
  }

  private static Column level(String name, Column occupation) {
    return struct(lit(name).as(LEVEL), occupation.as(OCCUPATION));
  }
}
