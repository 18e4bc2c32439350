package careworkforce.pipelines.silver.spells;

import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;

import careworkforce.common.job.Inputs;
import careworkforce.pipelines.silver.person.RecordWindow;
import org.apache.spark.sql.Column;

/**
 * The months of the record in which a lasting move can be told: from its second to the last that
 * has as many after it as prove a move. Columns are of rows that have {@link RecordWindow} beside
 * them, and number months as in {@link careworkforce.common.time.Month}.
 *
 * @param held months at work that prove a move
 */
public record ToldMonths(int held) {
  /** Those under the rule of a run. */
  public static ToldMonths of(Inputs inputs) {
    return new ToldMonths(inputs.value(MoveRule.HELD));
  }

  /** The first of them. */
  public Column first() {
    return RecordWindow.FIRST.plus(lit(1));
  }

  /** The last of them. */
  public Column last() {
    return RecordWindow.LAST.minus(lit(held));
  }

  /** How many of them lie from one month to another, both counted; none where they do not meet. */
  public Column between(Column from, Column to) {
    return RecordWindow.months(greatest(from, first()), least(to, last()));
  }
}
