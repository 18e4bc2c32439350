package careworkforce.common.estimate.data;

import careworkforce.common.estimate.formula.Expression;
import careworkforce.common.estimate.formula.Piece;
import careworkforce.common.estimate.formula.Term;
import java.util.ArrayList;
import java.util.List;

/** Columns of the design that terms stand for. */
final class TermColumns {
  private final Evaluator evaluator;

  TermColumns(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /** Drops rows in which the term has no usable value. */
  void screen(Term term, RowMask mask) {
    for (Piece piece : term.pieces()) {
      if (piece instanceof Piece.Indicator indicator) {
        mask.dropMissing(codes(indicator.factor()).values(), indicator.factor());
        if (indicator.by() != null) {
          screenColumn(indicator.by(), indicator.crossed(), mask);
        }
      } else if (words(piece)) {
        mask.dropMissing(codes(piece.text()).values(), piece.text());
      } else {
        mask.dropUnusable(evaluator.values(((Piece.Value) piece).expression()), piece.text());
      }
    }
  }

  private void screenColumn(String name, boolean levels, RowMask mask) {
    if (levels || words(name)) {
      mask.dropMissing(codes(name).values(), name);
    } else {
      mask.dropUnusable(evaluator.frame().numbers(name), name);
    }
  }

  /** Whether the term is a factor alone, whose first level is left out beside a constant. */
  boolean leavesFirstOut(Term term) {
    Piece first = term.pieces().get(0);
    boolean factor =
        first instanceof Piece.Indicator indicator
            ? indicator.by() == null
                && indicator.references().isEmpty()
                && indicator.kept().isEmpty()
            : words(first);
    return factor && term.pieces().size() == 1;
  }

  /** The term's columns over some rows of the frame. */
  List<NamedColumn> columns(Term term, int[] rows) {
    return columns(term, rows, leavesFirstOut(term));
  }

  /** The same with no level left out but those that the term says. */
  List<NamedColumn> whole(Term term, int[] rows) {
    return columns(term, rows, false);
  }

  private List<NamedColumn> columns(Term term, int[] rows, boolean dropFirst) {
    List<NamedColumn> columns = new ArrayList<>();
    for (Piece piece : term.pieces()) {
      List<NamedColumn> factor = piece(piece, rows, dropFirst);
      columns = columns.isEmpty() ? factor : products(columns, factor);
    }
    return columns;
  }

  private List<NamedColumn> piece(Piece piece, int[] rows, boolean dropFirst) {
    if (piece instanceof Piece.Indicator indicator) {
      List<NamedColumn> dummies = dummies(indicator, rows, dropFirst);
      return indicator.by() == null
          ? dummies
          : products(dummies, by(indicator.by(), indicator.crossed(), rows));
    }
    if (words(piece)) {
      return wordDummies(piece.text(), rows, dropFirst);
    }
    Expression expression = ((Piece.Value) piece).expression();
    return List.of(new NamedColumn(piece.text(), gather(evaluator.values(expression), rows)));
  }

  private List<NamedColumn> by(String name, boolean levels, int[] rows) {
    return levels || words(name)
        ? levelDummies(codes(name), name + "::", rows, List.of(), List.of(), false)
        : List.of(new NamedColumn(name, gather(evaluator.frame().numbers(name), rows)));
  }

  private List<NamedColumn> dummies(Piece.Indicator indicator, int[] rows, boolean dropFirst) {
    Column.Codes codes = codes(indicator.factor());
    String factor = indicator.factor();
    indicator.references().forEach(level -> codes.requireReference(factor, level));
    indicator.kept().forEach(level -> codes.requireKept(factor, level));
    return levelDummies(
        codes, factor + "::", rows, indicator.references(), indicator.kept(), dropFirst);
  }

  private List<NamedColumn> wordDummies(String name, int[] rows, boolean dropFirst) {
    Words.of(name, codes(name)).requireMeant();
    return levelDummies(codes(name), name, rows, List.of(), List.of(), dropFirst);
  }

  private static List<NamedColumn> levelDummies(
      Column.Codes codes,
      String prefix,
      int[] rows,
      List<String> left,
      List<String> kept,
      boolean dropFirst) {
    int levels = codes.levels().size();
    double[][] dummies = new double[levels][];
    boolean[] seen = new boolean[levels];
    for (int row : rows) {
      seen[codes.values()[row]] = true;
    }
    List<Integer> chosen = new ArrayList<>();
    for (int level = 0; level < levels; level++) {
      String label = codes.levels().get(level);
      if (seen[level] && !left.contains(label) && (kept.isEmpty() || kept.contains(label))) {
        chosen.add(level);
      }
    }
    List<NamedColumn> columns = new ArrayList<>();
    // An only level has its dummy too, which is then said to be collinear with the constant.
    for (int level : chosen.subList(dropFirst && chosen.size() > 1 ? 1 : 0, chosen.size())) {
      dummies[level] = new double[rows.length];
      columns.add(new NamedColumn(prefix + codes.levels().get(level), dummies[level]));
    }
    for (int i = 0; i < rows.length; i++) {
      double[] dummy = dummies[codes.values()[rows[i]]];
      if (dummy != null) {
        dummy[i] = 1;
      }
    }
    return columns;
  }

  private static List<NamedColumn> products(List<NamedColumn> left, List<NamedColumn> right) {
    List<NamedColumn> products = new ArrayList<>();
    for (NamedColumn a : left) {
      for (NamedColumn b : right) {
        double[] product = new double[a.values().length];
        for (int i = 0; i < product.length; i++) {
          product[i] = a.values()[i] * b.values()[i];
        }
        products.add(new NamedColumn(a.name() + ":" + b.name(), product));
      }
    }
    return products;
  }

  private boolean words(Piece piece) {
    return piece instanceof Piece.Value value
        && value.expression() instanceof Expression.Variable variable
        && words(variable.name());
  }

  private boolean words(String column) {
    return evaluator.frame().column(column) instanceof Column.Codes;
  }

  private Column.Codes codes(String name) {
    return evaluator.frame().column(name).codes();
  }

  /** The values of some rows; the array itself when those are all rows in order. */
  static double[] gather(double[] values, int[] rows) {
    if (inOrder(rows, values.length)) {
      return values;
    }
    double[] result = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      result[i] = values[rows[i]];
    }
    return result;
  }

  static int[] gather(int[] values, int[] rows) {
    if (inOrder(rows, values.length)) {
      return values;
    }
    int[] result = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      result[i] = values[rows[i]];
    }
    return result;
  }

  private static boolean inOrder(int[] rows, int all) {
    if (rows.length != all) {
      return false;
    }
    for (int i = 0; i < all; i++) {
      if (rows[i] != i) {
        return false;
      }
    }
    return true;
  }
}
