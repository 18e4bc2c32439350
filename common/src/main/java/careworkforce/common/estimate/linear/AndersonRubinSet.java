package careworkforce.common.estimate.linear;

import careworkforce.common.estimate.Distributions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The Anderson-Rubin statistic F(b) of the instruments in a regression of y - b d on them, and the
 * set of b it does not reject. Both its coefficients and their variance are polynomials in b, so
 * that F(b) costs nothing after three meats.
 */
final class AndersonRubinSet {
  private static final int GRID = 20_000;

  private final double[] reduced;
  private final double[] first;
  private final double[][] constant;
  private final double[][] linear;
  private final double[][] square;
  private final boolean single;
  private final double denominator;
  private final double unit;

  AndersonRubinSet(StageMoments moments, StageScores scores, double factor, double denominator) {
    this.denominator = denominator;
    this.single = moments.first().length == 1;
    this.reduced = moments.reduced();
    this.first = single ? moments.first()[0] : new double[reduced.length];
    double u = moments.residuals()[0][0];
    double v = single ? moments.residuals()[1][1] : 0;
    this.unit = v > 0 ? Math.sqrt(u / v) : 1;
    double[][] zero = variance(moments, scores, factor, 0);
    double[][] plus = single ? variance(moments, scores, factor, unit) : zero;
    double[][] minus = single ? variance(moments, scores, factor, -unit) : zero;
    this.constant = zero;
    this.linear = Small.scale(Small.add(plus, minus, 1, -1), 1 / (2 * unit));
    this.square =
        Small.scale(Small.add(Small.add(plus, minus, 1, 1), zero, 1, -2), 1 / (2 * unit * unit));
  }

  /** Variance of the coefficients in a regression of y - b d. */
  private static double[][] variance(
      StageMoments moments, StageScores scores, double factor, double b) {
    double[] combination = new double[moments.first().length + 1];
    combination[0] = 1;
    combination[1] = -b;
    return Small.scale(Small.sandwich(moments.inverse(), scores.meat(combination)), factor);
  }

  AndersonRubin test(double level) {
    int l = reduced.length;
    double statistic = f(0);
    double critical = Distributions.fQuantile(level, l, denominator);
    List<AndersonRubin.Interval> set = single ? set(critical) : List.of();
    return new AndersonRubin(
        statistic,
        Distributions.fUpper(statistic, l, denominator),
        l,
        denominator,
        critical,
        set,
        single ? shape(set) : "not made");
  }

  private double f(double b) {
    int l = reduced.length;
    double[] pi = new double[l];
    for (int i = 0; i < l; i++) {
      pi[i] = reduced[i] - b * first[i];
    }
    double[][] v = Small.add(Small.add(constant, linear, 1, b), square, 1, b * b);
    return Small.quadraticInverse(pi, v) / l;
  }

  /** F at b = centre + unit tan(angle), so that a grid of angles covers the whole line. */
  private List<AndersonRubin.Interval> set(double critical) {
    double[][] weight = Small.inverse(constant);
    double[] weighted = Small.multiply(weight, first);
    double below = Small.dot(first, weighted);
    double centre = below > 0 ? Small.dot(reduced, weighted) / below : 0;
    double wide = unit / 20;
    DoubleUnaryOperator excess = b -> f(b) - critical;
    double far = limit() - critical;
    List<Double> crossings = new ArrayList<>();
    double before = Double.NaN;
    double insideBefore = far;
    for (int step = 1; step < GRID; step++) {
      double b = centre + wide * Math.tan(Math.PI * ((double) step / GRID - 0.5));
      double now = excess.applyAsDouble(b);
      if (step > 1 && (now <= 0) != (insideBefore <= 0)) {
        crossings.add(root(excess, before, b));
      } else if (step == 1 && (now <= 0) != (far <= 0)) {
        crossings.add(b);
      }
      before = b;
      insideBefore = now;
    }
    return intervals(crossings, far <= 0);
  }

  private double limit() {
    return Small.quadraticInverse(first, square) / first.length;
  }

  private static double root(DoubleUnaryOperator excess, double left, double right) {
    double low = left;
    double high = right;
    boolean inside = excess.applyAsDouble(low) <= 0;
    for (int step = 0; step < 200; step++) {
      double middle = (low + high) / 2;
      if ((excess.applyAsDouble(middle) <= 0) == inside) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private static List<AndersonRubin.Interval> intervals(List<Double> crossings, boolean farInside) {
    List<AndersonRubin.Interval> set = new ArrayList<>();
    double open = farInside ? Double.NEGATIVE_INFINITY : Double.NaN;
    for (double crossing : crossings) {
      if (Double.isNaN(open)) {
        open = crossing;
      } else {
        set.add(new AndersonRubin.Interval(open, crossing));
        open = Double.NaN;
      }
    }
    if (!Double.isNaN(open)) {
      set.add(new AndersonRubin.Interval(open, Double.POSITIVE_INFINITY));
    }
    return set;
  }

  private static String shape(List<AndersonRubin.Interval> set) {
    if (set.isEmpty()) {
      return "empty";
    }
    boolean below = set.get(0).low() == Double.NEGATIVE_INFINITY;
    boolean above = set.get(set.size() - 1).high() == Double.POSITIVE_INFINITY;
    if (set.size() == 1) {
      return below && above ? "line" : below || above ? "ray" : "interval";
    }
    return set.size() == 2 && below && above ? "two rays" : "several intervals";
  }
}
