package careworkforce.common.estimate.linear;

import careworkforce.common.estimate.Distributions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The Anderson-Rubin statistic F(b) of the instruments in a regression of y - b d on them, and the
 * set of b it does not reject. The coefficients p are linear in b and their variance V is
 * quadratic, so that F(b) costs nothing after three meats.
 *
 * <p>The set ends where F(b) = p'V^-1 p / l is critical, which is where critical l V - p p' is
 * singular: a quadratic eigenvalue problem. Between its solutions, and at 0 and other values that
 * stand out, F itself says what is in the set. The line is taken as a half circle, b = unit tan(a),
 * of which both ends are infinity.
 */
final class AndersonRubinSet {
  private static final int GRID = 64;

  private final StageMoments moments;
  private final double[][] atZero;
  private final Whitening whitening;
  private final boolean single;
  private final double denominator;
  private final double unit;
  private final double[] reduced;
  private final double[] first;
  private final QuadraticPencil variance;

  AndersonRubinSet(StageMoments moments, StageScores scores, double factor, double denominator) {
    this.moments = moments;
    this.denominator = denominator;
    this.single = moments.first().length == 1;
    this.whitening = new Whitening(moments.squares());
    double u = moments.residuals()[0][0];
    double v = single ? moments.residuals()[1][1] : 0;
    this.unit = u > 0 && v > 0 ? Math.sqrt(u / v) : 1;
    this.atZero = variance(moments, scores, factor, 0);
    this.reduced = whitening.coefficients(moments.reduced());
    this.first = single ? whitening.coefficients(moments.first()[0]) : new double[reduced.length];
    for (int i = 0; i < first.length; i++) {
      first[i] *= unit;
    }
    double[][] zero = whitening.variance(atZero);
    double[][] plus = single ? white(moments, scores, factor, unit) : zero;
    double[][] minus = single ? white(moments, scores, factor, -unit) : zero;
    this.variance =
        new QuadraticPencil(
            zero,
            Small.add(plus, minus, 0.5, -0.5),
            Small.add(Small.add(plus, minus, 0.5, 0.5), zero, 1, -1));
  }

  private double[][] white(StageMoments moments, StageScores scores, double factor, double b) {
    return whitening.variance(variance(moments, scores, factor, b));
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
    boolean invertible = whitening.invertible(atZero);
    double statistic =
        invertible ? Small.quadraticInverse(moments.reduced(), atZero) / l : Double.NaN;
    double critical = Distributions.fQuantile(level, l, denominator);
    List<AndersonRubin.Interval> set = single && invertible ? set(critical * l) : null;
    return new AndersonRubin(
        statistic,
        Distributions.fUpper(statistic, l, denominator),
        l,
        denominator,
        critical,
        set == null ? List.of() : set,
        set != null ? shape(set) : single ? AndersonRubin.NOT_COMPUTABLE : "not made");
  }

  /**
   * The set; null where the variance of some value has negative eigenvalues. Single values with a
   * singular variance, as there are with one cluster more than instruments, are passed over.
   *
   * @param critical value of p'V^-1 p
   */
  private @Nullable List<AndersonRubin.Interval> set(double critical) {
    boolean far = inside(0, 1, critical);
    double before = -Math.PI / 2;
    boolean insideBefore = far;
    List<Double> crossings = new ArrayList<>();
    double size = Math.max(Whitening.size(variance.constant()), Whitening.size(variance.square()));
    for (double angle : samples(critical)) {
      double[][] here = variance.at(angle);
      if (Whitening.negative(here, size)) {
        return null;
      }
      if (!Whitening.definite(here)) {
        continue;
      }
      boolean now = inside(Math.cos(angle), Math.sin(angle), critical);
      if (now != insideBefore) {
        crossings.add(crossing(before, angle, insideBefore, critical));
      }
      before = angle;
      insideBefore = now;
    }
    if (insideBefore != far) {
      crossings.add(crossing(before, Math.PI / 2, insideBefore, critical));
    }
    return intervals(crossings, far);
  }

  /** Whether b = unit sine / cosine is not rejected. */
  private boolean inside(double cosine, double sine, double critical) {
    double[] p = new double[reduced.length];
    for (int i = 0; i < p.length; i++) {
      p[i] = cosine * reduced[i] - sine * first[i];
    }
    return Small.quadraticInverse(p, variance.at(cosine, sine)) <= critical;
  }

  /** Angles in order, infinity last, with one between any two where the set may begin or end. */
  private List<Double> samples(double critical) {
    TreeSet<Double> asked = new TreeSet<>(List.of(0.0, Math.PI / 2));
    for (int step = 1; step < GRID; step++) {
      asked.add(Math.PI * step / GRID - Math.PI / 2);
    }
    asked.add(Math.atan(moments.twoStage()[0] / unit));
    for (int i = 0; i < reduced.length; i++) {
      asked.add(Math.atan(moments.reduced()[i] / moments.first()[0][i] / unit));
    }
    asked.removeIf(angle -> angle.isNaN());
    TreeSet<Double> bounds = new TreeSet<>(asked);
    Arrays.stream(limits(critical).singular()).forEach(bounds::add);
    Arrays.stream(variance.singular()).forEach(bounds::add);
    double last = -Math.PI / 2;
    for (double bound : bounds) {
      asked.add((last + bound) / 2);
      last = bound;
    }
    return List.copyOf(asked);
  }

  /** critical V - p p', singular where F is critical. */
  private QuadraticPencil limits(double critical) {
    return new QuadraticPencil(
        less(variance.constant(), critical, reduced, reduced, -1),
        less(less(variance.linear(), critical, reduced, first, 1), 1, first, reduced, 1),
        less(variance.square(), critical, first, first, -1));
  }

  /** f A + g x y'. */
  private static double[][] less(double[][] a, double f, double[] x, double[] y, double g) {
    double[][] result = new double[a.length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        result[i][j] = f * a[i][j] + g * x[i] * y[j];
      }
    }
    return result;
  }

  /**
   * The value between two angles where the set begins or ends, found in b within one unit of 0 and
   * in 1/b beyond; no two neighbouring angles lie on both sides of one unit.
   */
  private double crossing(double left, double right, boolean insideLeft, double critical) {
    boolean near = Math.abs(left + right) <= Math.PI / 2;
    double low = near ? Math.tan(left) : -Math.tan(left + Math.PI / 2);
    double high = near ? Math.tan(right) : -Math.tan(right + Math.PI / 2);
    for (int step = 0; step < 200; step++) {
      double middle = (low + high) / 2;
      boolean inside = near ? inside(1, middle, critical) : inside(middle, 1, critical);
      if (inside == insideLeft) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double middle = (low + high) / 2;
    return near ? unit * middle : unit / middle;
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
