package careworkforce.common.estimate.formula;

import careworkforce.common.error.UserError;
import java.util.List;

/** A place in a formula's tokens. */
final class Cursor {
  private final String formula;
  private final List<Token> tokens;
  private int next;

  Cursor(String formula) {
    this.formula = formula;
    this.tokens = Token.read(formula);
  }

  Token peek() {
    return tokens.get(next);
  }

  Token peekSecond() {
    return tokens.get(Math.min(next + 1, tokens.size() - 1));
  }

  Token take() {
    Token token = tokens.get(next);
    next = Math.min(next + 1, tokens.size() - 1);
    return token;
  }

  boolean accept(String mark) {
    boolean found = peek().is(mark);
    if (found) {
      take();
    }
    return found;
  }

  void expect(String mark) {
    if (!accept(mark)) {
      throw wrong("'" + mark + "' is expected where " + found() + " stands");
    }
  }

  String name() {
    if (peek().kind() != Token.Kind.NAME) {
      throw wrong("a column name is expected where " + found() + " stands");
    }
    return take().text();
  }

  boolean atEnd() {
    return peek().kind() == Token.Kind.END;
  }

  String found() {
    return atEnd() ? "the end" : "'" + peek().text() + "'";
  }

  UserError wrong(String why) {
    return Token.unreadable(formula, peek().at(), why);
  }
}
