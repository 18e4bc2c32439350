package careworkforce.pipelines.gold.careers.drivers;

import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.job.Inputs;
import careworkforce.pipelines.gold.careers.CareersRuleGrid;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/** Rates of moves and exits under each value of their rules, as rows of the grid. */
final class RuleRates {
  private static final CareersRobustness ROBUSTNESS = CareersRobustness.TABLE;
  private static final CareersRuleGrid GRID = CareersRuleGrid.TABLE;
  private static final double THOUSAND = 1_000;

  /** More than the months of any rule: swaps come last. */
  private static final int LAST = 99;

  private RuleRates() {}

  static Dataset<Row> rows(Inputs inputs) {
    Column rate = GRID.rate.col();
    Column error = sqrt(rate.multiply(lit(1.0).minus(rate)).divide(GRID.personMonths.col()));
    return inputs
        .table(GRID)
        .where(rate.isNotNull())
        .select(
            when(ofExits(), lit(CareersRobustness.EXIT))
                .otherwise(lit(CareersRobustness.MOVE))
                .as(ROBUSTNESS.outcome.name()),
            sample().as(ROBUSTNESS.sample.name()),
            lit("rate").as(ROBUSTNESS.estimator.name()),
            lit("rate").as(ROBUSTNESS.term.name()),
            lit("events for 1,000 person-months").as(ROBUSTNESS.per.name()),
            rate.multiply(lit(THOUSAND)).as(ROBUSTNESS.estimate.name()),
            error.multiply(lit(THOUSAND)).as(ROBUSTNESS.stdError.name()),
            GRID.rateLow.col().multiply(lit(THOUSAND)).as(ROBUSTNESS.ciLow.name()),
            GRID.rateHigh.col().multiply(lit(THOUSAND)).as(ROBUSTNESS.ciHigh.name()),
            lit(null).cast(DataTypes.DoubleType).as(ROBUSTNESS.pValue.name()),
            GRID.personMonths.col().as(ROBUSTNESS.observations.name()),
            lit(0L).as(ROBUSTNESS.clusters.name()),
            lit("binomial, interval by Wilson").as(ROBUSTNESS.variance.name()),
            lit("association").as(ROBUSTNESS.design.name()),
            lit("a rate of the record, which compares nobody with anybody")
                .as(ROBUSTNESS.why.name()),
            lit("events / person_months").as(ROBUSTNESS.formula.name()),
            lit(GRID.fullName() + " v" + inputs.version(GRID)).as(ROBUSTNESS.inputsVersion.name()),
            when(GRID.headline.col(), lit(0))
                .when(withSwaps(), lit(LAST))
                .otherwise(GRID.months.col())
                .as(ROBUSTNESS.place.name()),
            meaning().as(ROBUSTNESS.meaning.name()));
  }

  private static Column ofExits() {
    return GRID.rule.col().equalTo(lit(CareersRuleGrid.GAP));
  }

  private static Column withSwaps() {
    return GRID.rule.col().equalTo(lit(CareersRuleGrid.SWAPS));
  }

  private static Column sample() {
    return when(GRID.headline.col(), lit(CareersRobustness.HEADLINE))
        .when(withSwaps(), lit("swaps included"))
        .otherwise(concat(GRID.rule.col(), lit(" "), GRID.months.col().cast("string")));
  }

  private static Column meaning() {
    Column months = GRID.months.col().cast("string");
    return when(
            ofExits(),
            concat(lit("an exit is an absence of so many months, return or not: "), months))
        .when(
            withSwaps(),
            lit("with moves by which the secondary of two assignments held becomes the main one"))
        .when(
            GRID.headline.col(),
            concat(lit("the run's own rule, by which so many months prove a move: "), months))
        .otherwise(
            concat(lit("so many of the next months, one more than that, prove a move: "), months));
  }
}
