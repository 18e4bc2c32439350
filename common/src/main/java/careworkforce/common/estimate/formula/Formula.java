package careworkforce.common.estimate.formula;

import careworkforce.common.error.UserError;
import java.util.ArrayList;
import java.util.List;

/**
 * A formula in fixest's grammar: {@code outcome ~ regressors | effects | endogenous ~ instruments}.
 *
 * <p>Regressors: {@code a:b}, {@code a*b}, {@code i(period, treated, ref = -1)}, {@code log(x)},
 * {@code I(x^2)}, {@code x^2}, {@code l(x, 1:3)}, {@code f(x)}. Effects: {@code a^b} (combined),
 * {@code a[x]} (slope of x by a, with intercept), {@code a[[x]]} (without). Several models: {@code
 * c(y1, y2)} on the left; {@code sw}, {@code sw0}, {@code csw}, {@code csw0} as terms by themselves
 * among regressors or effects. A name with other signs goes between back quotes.
 *
 * <p>Source: Bergé (2018), and fixest's manual.
 */
public final class Formula {
  private final String text;
  private final List<Specification> specifications;

  private Formula(String text, List<Specification> specifications) {
    this.text = text;
    this.specifications = List.copyOf(specifications);
  }

  /**
   * Reads a formula.
   *
   * @throws UserError if it is ill-formed, saying where and what is expected
   */
  public static Formula parse(String text) {
    Cursor cursor = new Cursor(text);
    List<Term> outcomes = outcomes(cursor);
    cursor.expect("~");
    TermParser right = new TermParser(cursor, false);
    List<List<Term>> regressors = right.sum();
    List<List<EffectTerm>> effects = List.of(List.of());
    List<Term> endogenous = List.of();
    List<Term> instruments = List.of();
    boolean started = cursor.accept("|");
    if (started && !secondPartIsInstruments(text)) {
      effects = new EffectParser(cursor).sum();
      started = cursor.accept("|");
    }
    if (started) {
      endogenous = new TermParser(cursor, true).sum().get(0);
      cursor.expect("~");
      instruments = new TermParser(cursor, true).sum().get(0);
      requireEndogenous(cursor, endogenous);
    }
    if (!cursor.atEnd()) {
      throw cursor.wrong(cursor.found() + " is not expected here");
    }
    List<Specification> all = new ArrayList<>();
    for (Term outcome : outcomes) {
      for (List<EffectTerm> absorbed : effects) {
        for (List<Term> terms : regressors) {
          boolean intercept =
              right.intercept() && absorbed.stream().noneMatch(EffectTerm::intercept);
          List<Term> excluded = beside(terms, instruments);
          requireInstrumentable(cursor, terms, endogenous, excluded);
          all.add(new Specification(outcome, intercept, terms, absorbed, endogenous, excluded));
        }
      }
    }
    return new Formula(text, all);
  }

  private static void requireEndogenous(Cursor cursor, List<Term> endogenous) {
    if (endogenous.isEmpty()) {
      throw cursor.wrong("nothing stands to be instrumented");
    }
  }

  /** The instruments without regressors, which are instruments of themselves anyhow. */
  private static List<Term> beside(List<Term> regressors, List<Term> instruments) {
    return instruments.stream()
        .filter(term -> regressors.stream().noneMatch(term::isProductOf))
        .toList();
  }

  private static void requireInstrumentable(
      Cursor cursor, List<Term> regressors, List<Term> endogenous, List<Term> instruments) {
    for (Term term : endogenous) {
      if (regressors.stream().anyMatch(term::isProductOf)) {
        throw cursor.wrong(
            "'" + term.name() + "' is both instrumented and a regressor that is not");
      }
    }
    if (instruments.size() < endogenous.size()) {
      throw cursor.wrong(
          endogenous.size()
              + " endogenous regressors need at least as many instruments, there are "
              + instruments.size());
    }
  }

  /**
   * As in fixest, {@code y ~ x | d ~ z} has no effects: its second part holds a tilde. Signs within
   * quotes are of names.
   */
  private static boolean secondPartIsInstruments(String text) {
    return Token.read(text).stream()
        .filter(token -> token.is("|") || token.is("~"))
        .map(Token::text)
        .toList()
        .equals(List.of("~", "|", "~"));
  }

  private static List<Term> outcomes(Cursor cursor) {
    if (cursor.peek().text().equals("c") && cursor.peekSecond().is("(")) {
      cursor.take();
      cursor.expect("(");
      List<Term> outcomes = new ArrayList<>();
      do {
        outcomes.add(Term.of(new ExpressionParser(cursor).comparison()));
      } while (cursor.accept(","));
      cursor.expect(")");
      return outcomes;
    }
    if (cursor.peek().is("~")) {
      throw cursor.wrong("the outcome is missing");
    }
    return List.of(Term.of(new ExpressionParser(cursor).comparison()));
  }

  /** The models the formula stands for, outcomes outermost, then effects, then regressors. */
  public List<Specification> specifications() {
    return specifications;
  }

  /**
   * The one model the formula stands for.
   *
   * @throws UserError if it stands for several
   */
  public Specification single() {
    if (specifications.size() > 1) {
      throw UserError.usage(
          "give one fit of '" + text + "'",
          "it stands for " + specifications.size() + " models",
          "Write one model, or call fitAll");
    }
    return specifications.get(0);
  }

  /** As written. */
  public String text() {
    return text;
  }
}
