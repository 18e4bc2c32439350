package careworkforce.common.estimate.formula;

import java.util.ArrayList;
import java.util.List;

/** Reads sums of regressors with interactions, indicators, lags and stepwise parts. */
final class TermParser {
  private final Cursor cursor;
  private final ExpressionParser expressions;
  private boolean intercept = true;
  private boolean single;

  /**
   * A parser of terms.
   *
   * @param single whether the terms are of one model, so that none may be stepwise
   */
  TermParser(Cursor cursor, boolean single) {
    this.cursor = cursor;
    this.single = single;
    this.expressions = new ExpressionParser(cursor);
  }

  /** Whether the sums read so far left the constant in. */
  boolean intercept() {
    return intercept;
  }

  /** A sum; one list of terms for each stepwise variant. */
  List<List<Term>> sum() {
    List<List<Term>> lists = List.of(List.of());
    boolean negative = cursor.accept("-");
    do {
      lists = negative ? remove(lists) : Stepwise.product(lists, item());
      negative = cursor.peek().is("-");
    } while (cursor.accept("+") || cursor.accept("-"));
    return lists;
  }

  /** A sum within another, which is of one model. */
  private List<Term> inner() {
    boolean before = single;
    single = true;
    List<Term> terms = sum().get(0);
    single = before;
    return terms;
  }

  private List<List<Term>> remove(List<List<Term>> lists) {
    if (cursor.peek().kind() == Token.Kind.NUMBER) {
      if (!cursor.peek().text().equals("1")) {
        throw cursor.wrong("only 1, the constant, can be taken out");
      }
      cursor.take();
      intercept = false;
      return lists;
    }
    List<Term> gone = product();
    return lists.stream()
        .map(list -> list.stream().filter(t -> gone.stream().noneMatch(t::isProductOf)).toList())
        .toList();
  }

  private List<List<Term>> item() {
    Token token = cursor.peek();
    if (token.kind() == Token.Kind.NUMBER && !cursor.peekSecond().is("*")) {
      double value = expressions.number().value();
      if (value != 0 && value != 1) {
        throw cursor.wrong("only 1 (with constant) and 0 (without) may stand alone");
      }
      intercept &= value == 1;
      return List.of(List.of());
    }
    if (Stepwise.isStepwise(token.text()) && cursor.peekSecond().is("(")) {
      Stepwise.requireTop(cursor, single);
      cursor.take();
      cursor.expect("(");
      List<List<Term>> steps = new ArrayList<>();
      do {
        steps.add(inner());
      } while (cursor.accept(","));
      cursor.expect(")");
      return Stepwise.variants(token.text(), steps);
    }
    return List.of(product());
  }

  /** a*b is a + b + a:b. */
  private List<Term> product() {
    List<Term> terms = interaction();
    while (cursor.accept("*")) {
      List<Term> right = interaction();
      List<Term> all = new ArrayList<>(terms);
      all.addAll(right);
      terms.forEach(a -> right.forEach(b -> all.add(a.times(b))));
      terms = all;
    }
    return terms;
  }

  private List<Term> interaction() {
    List<Term> terms = factor();
    while (cursor.accept(":")) {
      List<Term> right = factor();
      terms = terms.stream().flatMap(a -> right.stream().map(a::times)).toList();
    }
    return terms;
  }

  private List<Term> factor() {
    if (cursor.peek().is("(")) {
      cursor.take();
      List<Term> inside = inner();
      cursor.expect(")");
      return inside;
    }
    String name = cursor.peek().text();
    boolean call = cursor.peekSecond().is("(");
    if (call && name.equals("i")) {
      return List.of(new Term(List.of(indicator())));
    }
    if (call && (name.equals("l") || name.equals("f") || name.equals("d"))) {
      return shifts();
    }
    return List.of(Term.of(expressions.power()));
  }

  /** l(x, 1:3) is l(x, 1) + l(x, 2) + l(x, 3). */
  private List<Term> shifts() {
    String function = cursor.name();
    cursor.expect("(");
    Expression of = expressions.comparison();
    int from = 1;
    int to = 1;
    if (cursor.accept(",")) {
      from = expressions.periods();
      to = cursor.accept(":") ? expressions.periods() : from;
    }
    cursor.expect(")");
    List<Term> terms = new ArrayList<>();
    int step = from <= to ? 1 : -1;
    for (int shift = from; shift != to + step; shift += step) {
      Expression amount = new Expression.Constant(shift, Integer.toString(shift));
      terms.add(Term.of(new Expression.Call(function, List.of(of, amount))));
    }
    return terms;
  }

  private Piece indicator() {
    cursor.take();
    cursor.expect("(");
    String factor = cursor.name();
    String by = null;
    boolean crossed = false;
    List<String> references = List.of();
    List<String> kept = List.of();
    while (cursor.accept(",")) {
      boolean named = cursor.peekSecond().is("=");
      String option = named ? cursor.name() : "";
      if (named) {
        cursor.expect("=");
      }
      if (option.equals("ref") || (!named && by != null)) {
        references = levels();
      } else if (option.equals("keep")) {
        kept = levels();
      } else if (!named || option.equals("by")) {
        String written = cursor.name();
        crossed = written.startsWith("i.");
        by = crossed ? written.substring(2) : written;
      } else {
        throw cursor.wrong("i() has no option '" + option + "'; it has ref and keep");
      }
    }
    cursor.expect(")");
    return new Piece.Indicator(factor, by, crossed, references, kept);
  }

  private List<String> levels() {
    if (cursor.peek().text().equals("c") && cursor.peekSecond().is("(")) {
      cursor.take();
      cursor.expect("(");
      List<String> levels = new ArrayList<>();
      do {
        levels.add(level());
      } while (cursor.accept(","));
      cursor.expect(")");
      return levels;
    }
    return List.of(level());
  }

  private String level() {
    boolean negative = cursor.accept("-");
    Token token = cursor.take();
    if (token.kind() == Token.Kind.END || token.kind() == Token.Kind.MARK) {
      throw cursor.wrong("a level is expected where '" + token.text() + "' stands");
    }
    return (negative ? "-" : "") + token.text();
  }
}
