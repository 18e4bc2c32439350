package careworkforce.common.estimate.formula;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A numeric expression over columns, as written inside log(), I() and the like. */
public sealed interface Expression extends Serializable {
  /** As it would be written. */
  String text();

  /** Names of the columns it reads. */
  List<String> columns();

  /** Whether it reads other rows of a panel: lags, leads, differences. */
  default boolean shifts() {
    return false;
  }

  /** A column. */
  record Variable(String name) implements Expression {
    @Override
    public String text() {
      return name;
    }

    @Override
    public List<String> columns() {
      return List.of(name);
    }
  }

  /** A constant. */
  record Constant(double value, String text) implements Expression {
    @Override
    public List<String> columns() {
      return List.of();
    }
  }

  /** Two expressions joined by + - * / ^ or a comparison, which gives 1 or 0. */
  record Binary(String operator, Expression left, Expression right) implements Expression {
    @Override
    public String text() {
      String space = operator.equals("^") ? "" : " ";
      return left.text() + space + operator + space + right.text();
    }

    @Override
    public List<String> columns() {
      return java.util.stream.Stream.of(left, right).flatMap(e -> e.columns().stream()).toList();
    }

    @Override
    public boolean shifts() {
      return left.shifts() || right.shifts();
    }
  }

  /** A function of expressions: log, exp, sqrt, abs, I, and l, f, d over a panel. */
  record Call(String function, List<Expression> arguments) implements Expression {
    private static final Set<String> SHIFTS = Set.of("l", "f", "d");

    @Override
    public String text() {
      return function
          + arguments.stream().map(Expression::text).collect(Collectors.joining(", ", "(", ")"));
    }

    @Override
    public List<String> columns() {
      return arguments.stream().flatMap(e -> e.columns().stream()).toList();
    }

    /** Whether it is a lag, a lead or a difference, and not only holds one. */
    public boolean shift() {
      return SHIFTS.contains(function);
    }

    /** Periods by which it shifts, 1 unless said otherwise. */
    public int periods() {
      return arguments.size() > 1 && arguments.get(1) instanceof Constant constant
          ? (int) constant.value()
          : 1;
    }

    @Override
    public boolean shifts() {
      return shift() || arguments.stream().anyMatch(Expression::shifts);
    }
  }

  /** Another expression by a name of its own. */
  record Named(String text, Expression of) implements Expression {
    @Override
    public List<String> columns() {
      return of.columns();
    }

    @Override
    public boolean shifts() {
      return of.shifts();
    }
  }
}
