package careworkforce.common.estimate.distributed;

import static org.apache.spark.sql.functions.isnan;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.EstimateOptions;
import careworkforce.common.estimate.formula.EffectTerm;
import careworkforce.common.estimate.formula.Expression;
import careworkforce.common.estimate.formula.Piece;
import careworkforce.common.estimate.formula.Specification;
import careworkforce.common.estimate.formula.Term;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;

/**
 * Lags, leads and differences made columns of the table, after which a row needs no other rows. A
 * time that is not there gives a missing value.
 */
final class ShiftedColumns {
  private final Map<String, Column> made = new LinkedHashMap<>();
  private final WindowSpec panel;
  private final Column there;

  private ShiftedColumns(String unit, String time) {
    Column at = when(functions.not(isnan(column(time).cast("double"))), column(time).cast("long"));
    this.panel = Window.partitionBy(column(unit)).orderBy(at);
    this.there = column(unit).isNotNull().and(at.isNotNull());
  }

  /** Models whose shifts are columns, over a table that has them. */
  record Shifted(List<Specification> models, Dataset<Row> data) {}

  /**
   * Shifts what models ask for.
   *
   * @throws UserError if a unit is there twice at a time, or a time is no whole number
   */
  static Shifted of(List<Specification> models, Dataset<Row> data, EstimateOptions options) {
    String unit = options.unit();
    String time = options.time();
    if (unit == null || time == null) {
      return new Shifted(models, data);
    }
    ShiftedColumns shifted = new ShiftedColumns(unit, time);
    List<Specification> rewritten = models.stream().map(shifted::model).toList();
    if (shifted.made.isEmpty()) {
      return new Shifted(models, data);
    }
    requirePanel(data, unit, time);
    Dataset<Row> wider = data;
    for (Map.Entry<String, Column> column : shifted.made.entrySet()) {
      wider = wider.withColumn(column.getKey(), column.getValue());
    }
    return new Shifted(rewritten, wider);
  }

  private static void requirePanel(Dataset<Row> data, String unit, String time) {
    Column at = column(time).cast("double");
    List<Row> wrong =
        data.where(column(unit).isNotNull().and(at.isNotNull()).and(functions.not(isnan(at))))
            .groupBy(column(unit).cast("string").as("unit"), at.as("time"))
            .count()
            .where(
                functions
                    .col("count")
                    .gt(functions.lit(1))
                    .or(functions.col("time").notEqual(functions.rint(functions.col("time")))))
            .orderBy("unit", "time")
            .limit(1)
            .collectAsList();
    if (!wrong.isEmpty() && wrong.get(0).getLong(2) > 1) {
      throw UserError.usage(
          "shift within '" + unit + "' along '" + time + "'",
          wrong.get(0).getLong(2)
              + " rows of "
              + wrong.get(0).getString(0)
              + " are at "
              + wrong.get(0).getDouble(1),
          "Keep one row a unit and time");
    }
    if (!wrong.isEmpty()) {
      throw UserError.usage(
          "shift along '" + time + "'",
          "it holds " + wrong.get(0).getDouble(1),
          "Number the periods with whole numbers, one apart");
    }
  }

  private Specification model(Specification model) {
    return new Specification(
        term(model.outcome()),
        model.intercept(),
        terms(model.regressors()),
        model.effects().stream()
            .map(
                e ->
                    new EffectTerm(
                        e.columns(), e.slopes().stream().map(this::whole).toList(), e.intercept()))
            .toList(),
        terms(model.endogenous()),
        terms(model.instruments()));
  }

  private List<Term> terms(List<Term> terms) {
    return terms.stream().map(this::term).toList();
  }

  private Term term(Term term) {
    return new Term(term.pieces().stream().map(this::piece).toList());
  }

  private Piece piece(Piece piece) {
    return piece instanceof Piece.Value value ? new Piece.Value(whole(value.expression())) : piece;
  }

  /** The expression under the name it was written with, or itself where nothing shifts. */
  private Expression whole(Expression written) {
    return written.shifts() ? new Expression.Named(written.text(), moved(written, 0)) : written;
  }

  /** The expression so many periods back; shifts of functions are functions of shifts. */
  private Expression moved(Expression of, int back) {
    if (of instanceof Expression.Variable variable) {
      return back == 0 ? variable : new Expression.Variable(shifted(variable.name(), back));
    }
    if (of instanceof Expression.Binary both) {
      return new Expression.Binary(
          both.operator(), moved(both.left(), back), moved(both.right(), back));
    }
    if (of instanceof Expression.Named named) {
      return moved(named.of(), back);
    }
    if (!(of instanceof Expression.Call call)) {
      return of;
    }
    Expression first = call.arguments().get(0);
    return switch (call.function()) {
      case "l" -> moved(first, back + call.periods());
      case "f" -> moved(first, back - call.periods());
      case "d" ->
          new Expression.Binary("-", moved(first, back), moved(first, back + call.periods()));
      default ->
          new Expression.Call(
              call.function(), call.arguments().stream().map(a -> moved(a, back)).toList());
    };
  }

  private String shifted(String name, int back) {
    String shifted = back > 0 ? "l(" + name + ", " + back + ")" : "f(" + name + ", " + -back + ")";
    Column value =
        functions.max(column(name).cast("double")).over(panel.rangeBetween(-back, -back));
    made.put(shifted, when(there, value));
    return shifted;
  }

  private static Column column(String name) {
    return functions.col("`" + name + "`");
  }
}
