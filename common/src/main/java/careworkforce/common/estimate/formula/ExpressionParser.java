package careworkforce.common.estimate.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads arithmetic: comparison over sums over products over powers over atoms. */
final class ExpressionParser {
  static final Set<String> FUNCTIONS =
      Set.of(
          "log", "exp", "sqrt", "abs", "I", "log1p", "log2", "log10", "l", "f", "d", "floor",
          "asinh");
  private static final Set<String> SHIFTS = Set.of("l", "f", "d");
  private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", ">", "<=", ">=");

  private final Cursor cursor;

  ExpressionParser(Cursor cursor) {
    this.cursor = cursor;
  }

  Expression comparison() {
    Expression left = sum();
    if (cursor.peek().kind() == Token.Kind.MARK && COMPARISONS.contains(cursor.peek().text())) {
      String operator = cursor.take().text();
      return new Expression.Binary(operator, left, sum());
    }
    return left;
  }

  private Expression sum() {
    Expression left = product();
    while (cursor.peek().is("+") || cursor.peek().is("-")) {
      left = new Expression.Binary(cursor.take().text(), left, product());
    }
    return left;
  }

  private Expression product() {
    Expression left = power();
    while (cursor.peek().is("*") || cursor.peek().is("/")) {
      left = new Expression.Binary(cursor.take().text(), left, power());
    }
    return left;
  }

  /** An atom, or an atom raised to a power. */
  Expression power() {
    if (cursor.accept("-")) {
      Expression of = power();
      return of instanceof Expression.Constant constant
          ? new Expression.Constant(-constant.value(), "-" + constant.text())
          : new Expression.Binary("*", new Expression.Constant(-1, "-1"), of);
    }
    Expression base = atom();
    return cursor.accept("^") ? new Expression.Binary("^", base, power()) : base;
  }

  private Expression atom() {
    Token token = cursor.peek();
    if (token.kind() == Token.Kind.NUMBER) {
      return number();
    }
    if (cursor.accept("(")) {
      Expression inside = comparison();
      cursor.expect(")");
      return new Expression.Call("", List.of(inside));
    }
    String name = cursor.name();
    if (!cursor.peek().is("(")) {
      return new Expression.Variable(name);
    }
    if (!FUNCTIONS.contains(name)) {
      throw cursor.wrong(
          "'"
              + name
              + "' is no function of formulas; there are "
              + new java.util.TreeSet<>(FUNCTIONS));
    }
    cursor.expect("(");
    return call(name);
  }

  /** The arguments after the opening parenthesis; a second argument range is left to the caller. */
  private Expression call(String name) {
    List<Expression> arguments = new ArrayList<>();
    do {
      arguments.add(comparison());
    } while (cursor.accept(","));
    int most = SHIFTS.contains(name) ? 2 : 1;
    if (arguments.size() > most) {
      throw cursor.wrong(
          "'"
              + name
              + (most == 1 ? "' takes 1 argument, not " : "' takes 2 arguments at most, not ")
              + arguments.size());
    }
    if (arguments.size() == 2) {
      requirePeriods(arguments.get(1));
    }
    cursor.expect(")");
    return new Expression.Call(name, arguments);
  }

  /** Whole periods to shift by, with their sign. */
  int periods() {
    Expression amount = power();
    requirePeriods(amount);
    return (int) ((Expression.Constant) amount).value();
  }

  private void requirePeriods(Expression amount) {
    if (!(amount instanceof Expression.Constant constant)
        || constant.value() != (int) constant.value()) {
      throw cursor.wrong("it shifts by '" + amount.text() + "', which is no whole number");
    }
  }

  Expression.Constant number() {
    Token token = cursor.take();
    try {
      return new Expression.Constant(Double.parseDouble(token.text()), token.text());
    } catch (NumberFormatException e) {
      throw cursor.wrong("'" + token.text() + "' is not a number");
    }
  }
}
