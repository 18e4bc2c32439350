package careworkforce.pipelines.gold.careers.descriptives;

import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import org.apache.spark.sql.types.DataTypes;

/**
 * What the descriptive tables of careers share: they count the staff of the staff record, by
 * breakdown, and give an interval with every rate: that of a binomial share, or that of a Poisson
 * count where the count need be no part of what it is over. Neither allows for persons of one trust
 * being alike.
 */
public abstract class DescriptiveTable extends Table {

  /**
   * Begins a contract.
   *
   * @param name snake case, unique among gold tables
   * @param grain what one row is, in one sentence
   */
  protected DescriptiveTable(String name, String grain) {
    super(Layer.GOLD, name, grain, Sensitivity.AGGREGATE);
    limits("03.2", EsrPersonMonths.SCOPE);
    serves("03.32", "numbers with their intervals");
  }

  /** Declares the year that a row is of, from one 30 September to the next. */
  protected final Field yearKey() {
    return key("year", DataTypes.IntegerType, "year of the 30 September that the year begins with");
  }

  /**
   * Declares how many months of the row's year the record has.
   *
   * @param which of them count
   */
  protected final Field monthsOfYear(String which) {
    return field(
            "months",
            DataTypes.IntegerType,
            "months " + which + "; with fewer than 12 the year's counts are no whole year's")
        .unit("months")
        .required();
  }

  /** Declares the level of the row's occupation. */
  protected final Field levelKey() {
    return key(Cells.LEVEL, DataTypes.StringType, "level of the occupation").codes(Cells.LEVELS);
  }

  /** Declares the row's occupation. */
  protected final Field occupationKey() {
    return key(
        Cells.OCCUPATION, DataTypes.StringType, "occupation as described, at that level, or all");
  }

  /** Declares what the row is broken down by. */
  protected final Field breakdownKey() {
    return key(Breakdown.BREAKDOWN, DataTypes.StringType, "what staff are broken down by")
        .codes(Breakdown.DIMENSIONS);
  }

  /** Declares the value of the breakdown. */
  protected final Field valueKey() {
    return key(Breakdown.VALUE, DataTypes.StringType, "value of the breakdown, or all, or UNKNOWN");
  }

  /** Declares a count. */
  protected final Field count(String name, String meaning) {
    return field(name, DataTypes.LongType, meaning).required();
  }

  /**
   * Declares the rate of what is part of the whole that it is over, with its Wilson interval.
   *
   * @param meaning the count over what it is a share of
   */
  protected final Rate rate(String name, String meaning, String unit) {
    return rate(name, meaning, unit, Rate.Interval.WILSON);
  }

  /**
   * Declares the rate of a count that need be no part of what it is over and may exceed it, with
   * its Poisson interval.
   *
   * @param meaning the count over what it is set against
   */
  protected final Rate ratio(String name, String meaning, String unit) {
    return rate(name, meaning, unit, Rate.Interval.BYAR);
  }

  private Rate rate(String name, String meaning, String unit, Rate.Interval interval) {
    return new Rate(
        field(name, DataTypes.DoubleType, meaning).unit(unit),
        field(name + "_low", DataTypes.DoubleType, "lower end of the " + interval.words()),
        field(name + "_high", DataTypes.DoubleType, "upper end of the " + interval.words()),
        interval);
  }
}
