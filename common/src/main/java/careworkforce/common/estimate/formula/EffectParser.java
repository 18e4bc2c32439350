package careworkforce.common.estimate.formula;

import java.util.ArrayList;
import java.util.List;

/** Reads the second part: effects to absorb. */
final class EffectParser {
  private final Cursor cursor;
  private boolean single;

  EffectParser(Cursor cursor) {
    this.cursor = cursor;
  }

  List<List<EffectTerm>> sum() {
    List<List<EffectTerm>> lists = List.of(List.of());
    do {
      lists = Stepwise.product(lists, item());
    } while (cursor.accept("+"));
    return lists;
  }

  private List<List<EffectTerm>> item() {
    Token token = cursor.peek();
    if (token.kind() == Token.Kind.NUMBER) {
      cursor.take();
      if (!token.text().equals("0") && !token.text().equals("1")) {
        throw cursor.wrong("'" + token.text() + "' is no effect; 0 stands for none");
      }
      return List.of(List.of());
    }
    if (Stepwise.isStepwise(token.text()) && cursor.peekSecond().is("(")) {
      Stepwise.requireTop(cursor, single);
      cursor.take();
      cursor.expect("(");
      single = true;
      List<List<EffectTerm>> steps = new ArrayList<>();
      do {
        steps.add(sum().get(0));
      } while (cursor.accept(","));
      single = false;
      cursor.expect(")");
      return Stepwise.variants(token.text(), steps);
    }
    return List.of(List.of(effect()));
  }

  private EffectTerm effect() {
    List<String> columns = new ArrayList<>();
    do {
      columns.add(cursor.name());
    } while (cursor.accept("^"));
    if (cursor.accept("[[")) {
      return new EffectTerm(columns, slopes("]]"), false);
    }
    if (cursor.accept("[")) {
      return new EffectTerm(columns, slopes("]"), true);
    }
    return new EffectTerm(columns, List.of(), true);
  }

  private List<Expression> slopes(String close) {
    List<Expression> slopes = new ArrayList<>();
    ExpressionParser expressions = new ExpressionParser(cursor);
    do {
      slopes.add(expressions.comparison());
    } while (cursor.accept(","));
    cursor.expect(close);
    return slopes;
  }
}
