package careworkforce.common.estimate.data;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.formula.Expression;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Values of expressions over a frame; each expression is worked out once. */
final class Evaluator {
  private final Frame frame;
  private final @Nullable String unit;
  private final @Nullable String time;
  private @Nullable Panel panel;
  private final Map<Expression, double[]> known = new HashMap<>();

  /** Over a frame; unit and time are columns by which values are shifted, if any are. */
  Evaluator(Frame frame, @Nullable String unit, @Nullable String time) {
    this.frame = frame;
    this.unit = unit;
    this.time = time;
  }

  Frame frame() {
    return frame;
  }

  double[] values(Expression expression) {
    double[] found = known.get(expression);
    if (found == null) {
      found = compute(expression);
      known.put(expression, found);
    }
    return found;
  }

  private double[] compute(Expression expression) {
    if (expression instanceof Expression.Variable variable) {
      return frame.numbers(variable.name());
    }
    if (expression instanceof Expression.Named named) {
      return values(named.of());
    }
    if (expression instanceof Expression.Constant constant) {
      double[] filled = new double[frame.rows()];
      java.util.Arrays.fill(filled, constant.value());
      return filled;
    }
    if (expression instanceof Expression.Binary binary) {
      return binary(binary);
    }
    return call((Expression.Call) expression);
  }

  private double[] binary(Expression.Binary binary) {
    DoubleBinaryOperator operator =
        switch (binary.operator()) {
          case "+" -> (a, b) -> a + b;
          case "-" -> (a, b) -> a - b;
          case "*" -> (a, b) -> a * b;
          case "/" -> (a, b) -> a / b;
          case "^" -> Math::pow;
          case "==" -> (a, b) -> truth(a == b, a, b);
          case "!=" -> (a, b) -> truth(a != b, a, b);
          case "<" -> (a, b) -> truth(a < b, a, b);
          case ">" -> (a, b) -> truth(a > b, a, b);
          case "<=" -> (a, b) -> truth(a <= b, a, b);
          default -> (a, b) -> truth(a >= b, a, b);
        };
    double[] left = values(binary.left());
    double[] right = values(binary.right());
    double[] result = new double[left.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = operator.applyAsDouble(left[i], right[i]);
    }
    return result;
  }

  private static double truth(boolean holds, double a, double b) {
    return Double.isNaN(a) || Double.isNaN(b) ? Double.NaN : holds ? 1 : 0;
  }

  private double[] call(Expression.Call call) {
    double[] argument = values(call.arguments().get(0));
    DoubleUnaryOperator function =
        switch (call.function()) {
          case "log" -> Math::log;
          case "log1p" -> Math::log1p;
          case "log2" -> v -> Math.log(v) / Math.log(2);
          case "log10" -> Math::log10;
          case "exp" -> Math::exp;
          case "sqrt" -> Math::sqrt;
          case "abs" -> Math::abs;
          case "floor" -> Math::floor;
          case "asinh" -> v -> Math.signum(v) * Math.log(Math.abs(v) + Math.sqrt(v * v + 1));
          default -> DoubleUnaryOperator.identity();
        };
    return switch (call.function()) {
      case "l" -> panel(call).lag(argument, call.periods());
      case "f" -> panel(call).lag(argument, -call.periods());
      case "d" -> difference(argument, panel(call).lag(argument, call.periods()));
      case "I", "" -> argument;
      default -> java.util.Arrays.stream(argument).map(function).toArray();
    };
  }

  private static double[] difference(double[] now, double[] before) {
    double[] result = new double[now.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = now[i] - before[i];
    }
    return result;
  }

  private Panel panel(Expression.Call call) {
    if (unit == null || time == null) {
      throw UserError.usage(
          "shift in '" + call.text() + "'",
          "it is not said which column is the unit and which the time",
          "Add panel(unit, time), from the shell --panel unit,time");
    }
    Panel made = panel == null ? new Panel(frame, unit, time) : panel;
    panel = made;
    return made;
  }
}
