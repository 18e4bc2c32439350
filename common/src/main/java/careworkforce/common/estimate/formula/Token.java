package careworkforce.common.estimate.formula;

import careworkforce.common.error.UserError;
import java.util.ArrayList;
import java.util.List;

/**
 * One sign of a formula: a name, a number or a mark.
 *
 * @param kind which of the three
 * @param text as written, back quotes taken off
 * @param at position in the formula, from 0
 */
record Token(Kind kind, String text, int at) {
  enum Kind {
    NAME,
    NUMBER,
    MARK,
    END
  }

  private static final List<String> LONG_MARKS = List.of("[[", "]]", "==", "!=", "<=", ">=");

  boolean is(String mark) {
    return kind == Kind.MARK && text.equals(mark);
  }

  static List<Token> read(String formula) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    while (at < formula.length()) {
      char c = formula.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
        continue;
      }
      Token token = next(formula, at, c);
      tokens.add(token);
      at += token.text.length() + (quotes(c) ? 2 : 0);
    }
    tokens.add(new Token(Kind.END, "", formula.length()));
    return tokens;
  }

  private static Token next(String formula, int at, char c) {
    if (quotes(c)) {
      int close = formula.indexOf(c, at + 1);
      if (close < 0) {
        String kind = c == '`' ? "back quote" : "quote";
        throw unreadable(formula, at, "the " + kind + " opened here is not closed");
      }
      return new Token(Kind.NAME, formula.substring(at + 1, close), at);
    }
    if (Character.isLetter(c) || c == '_') {
      return new Token(Kind.NAME, span(formula, at, false), at);
    }
    if (Character.isDigit(c) || (c == '.' && at + 1 < formula.length())) {
      return new Token(Kind.NUMBER, span(formula, at, true), at);
    }
    for (String mark : LONG_MARKS) {
      if (formula.startsWith(mark, at)) {
        return new Token(Kind.MARK, mark, at);
      }
    }
    if ("~|+-*/:^()[],<>=".indexOf(c) < 0) {
      throw unreadable(formula, at, "'" + c + "' has no meaning in a formula");
    }
    return new Token(Kind.MARK, String.valueOf(c), at);
  }

  /** Back quotes hold names, the others levels: both are taken as they stand. */
  private static boolean quotes(char c) {
    return c == '`' || c == '\'' || c == '"';
  }

  private static String span(String formula, int at, boolean number) {
    int end = at;
    while (end < formula.length() && continues(formula, at, end, number)) {
      end++;
    }
    return formula.substring(at, end);
  }

  private static boolean continues(String formula, int at, int end, boolean number) {
    char c = formula.charAt(end);
    if (!number) {
      return Character.isLetterOrDigit(c) || c == '_' || c == '.';
    }
    boolean exponentSign =
        (c == '+' || c == '-') && end > at && "eE".indexOf(formula.charAt(end - 1)) >= 0;
    return Character.isDigit(c) || c == '.' || c == 'e' || c == 'E' || exponentSign;
  }

  static UserError unreadable(String formula, int at, String why) {
    return UserError.usage(
        "read formula '" + formula + "'",
        why + " (character " + (at + 1) + ")",
        "Write outcome ~ regressors | effects | endogenous ~ instruments");
  }
}
