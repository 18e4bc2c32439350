package careworkforce.common.estimate;

import careworkforce.common.estimate.linear.AndersonRubin;
import careworkforce.common.estimate.linear.Dropped;
import careworkforce.common.estimate.linear.FirstStage;
import careworkforce.common.estimate.linear.Instruments;
import careworkforce.common.estimate.linear.Overidentification;
import careworkforce.common.estimate.linear.TfInterval;
import careworkforce.common.estimate.variance.WildBootstrap;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A fit as text for a person. */
final class FitText {
  private final StringBuilder text = new StringBuilder();

  private FitText() {}

  static String of(Fit fit) {
    FitText out = new FitText();
    out.line("%s, %s: %s", fit.estimator(), fit.family(), fit.formula());
    out.sample(fit);
    out.coefficients(fit);
    out.quality(fit);
    Instruments instruments = fit.instruments();
    if (instruments != null) {
      out.instruments(instruments);
    }
    fit.bootstraps().forEach(out::bootstrap);
    fit.notes().forEach(note -> out.line("Note: %s", note));
    return out.text.toString();
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private void sample(Fit fit) {
    Fit.Sample sample = fit.sample();
    line("Rows: %,d of %,d%s", sample.rows(), sample.given(), reasons(sample));
    if (!fit.effects().isEmpty()) {
      line(
          "Absorbed: %s",
          fit.effects().entrySet().stream()
              .map(e -> String.format(Locale.ROOT, "%s (%,d)", e.getKey(), e.getValue()))
              .collect(Collectors.joining(", ")));
    }
    String clusters =
        fit.variance().clusters().entrySet().stream()
            .map(e -> String.format(Locale.ROOT, "%s (%,d)", e.getKey(), e.getValue()))
            .collect(Collectors.joining(", "));
    line(
        "Variance: %s, convention %s, K = %d%s, %s",
        fit.variance().text(),
        fit.smallSample(),
        fit.variance().parameters(),
        clusters.isEmpty() ? "" : ", clusters " + clusters,
        distribution(fit));
    line("Stands for: %s", fit.design());
  }

  /** What p-values and intervals go by. */
  private static String distribution(Fit fit) {
    double degrees = fit.variance().degrees();
    if (ownDegrees(fit)) {
      return "t with df of each coefficient's own";
    }
    return Double.isInfinite(degrees)
        ? "normal"
        : String.format(Locale.ROOT, "t with %,.0f df", degrees);
  }

  private static boolean ownDegrees(Fit fit) {
    return Arrays.stream(fit.variance().each()).anyMatch(df -> df != fit.variance().degrees());
  }

  private static String reasons(Fit.Sample sample) {
    StringBuilder reasons = new StringBuilder();
    sample.dropped().forEach((reason, rows) -> reasons.append("; ").append(rows + " " + reason));
    if (sample.singletons() > 0) {
      reasons.append("; ").append(sample.singletons()).append(" singletons");
    }
    if (sample.separated() > 0) {
      reasons.append("; ").append(sample.separated()).append(" separated");
    }
    return reasons.toString();
  }

  private void coefficients(Fit fit) {
    int width = fit.coefficients().stream().mapToInt(c -> c.name().length()).max().orElse(8);
    String name = "%-" + Math.max(width, 8) + "s";
    boolean own = ownDegrees(fit);
    line(
        name + " %13s %12s %9s %9s%s   %s %% interval",
        "",
        "estimate",
        "std. error",
        head(fit),
        "p",
        own ? String.format("%8s", "df") : "",
        percent(fit.level()));
    for (int c = 0; c < fit.coefficients().size(); c++) {
      Coefficient coefficient = fit.coefficients().get(c);
      line(
          name + " %13.6g %12.6g %9.3f %9s%s   [%.6g, %.6g]",
          coefficient.name(),
          coefficient.estimate(),
          coefficient.standardError(),
          coefficient.statistic(),
          probability(coefficient.pValue()),
          own ? String.format(Locale.ROOT, "%8.2f", fit.variance().degrees(c)) : "",
          coefficient.ciLow(),
          coefficient.ciHigh());
    }
    for (Dropped dropped : fit.sample().collinear()) {
      line(
          "Dropped %s: collinear with %s (share of squares left %.1e)",
          dropped.name(), String.join(", ", dropped.with()), dropped.ratio());
    }
  }

  private static String percent(double level) {
    return new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(100 * level);
  }

  /** Likelihoods compare with the normal, least squares with t. */
  private static String head(Fit fit) {
    boolean normal =
        !fit.family().equals("gaussian") || Double.isInfinite(fit.variance().degrees());
    return normal ? "z" : "t";
  }

  /** A probability of 0 is one too small for a number. */
  private static String probability(double p) {
    return p == 0 ? "<1e-300" : String.format(Locale.ROOT, "%.4g", p);
  }

  private void quality(Fit fit) {
    if (Double.isNaN(fit.quality().r2())) {
      line(
          "Log likelihood %.4f, deviance %.4f, residual degrees of freedom %,d",
          fit.quality().logLikelihood(), fit.quality().deviance(), fit.residualDegrees());
    } else {
      line(
          "R2 %.5f%s, log likelihood %.4f, residual degrees of freedom %,d",
          fit.quality().r2(),
          fit.effects().isEmpty()
              ? ""
              : String.format(Locale.ROOT, ", within %.5f", fit.quality().r2Within()),
          fit.quality().logLikelihood(),
          fit.residualDegrees());
    }
    Fit.Numerics numerics = fit.numerics();
    if (!numerics.solver().equals("none")) {
      line(
          "Effects by %s, %d iterations, largest group mean left %.1e%s",
          numerics.solver(),
          numerics.iterations(),
          numerics.certificate(),
          numerics.converged() ? "" : " — NOT CONVERGED");
    }
  }

  private void instruments(Instruments instruments) {
    instruments.firstStages().forEach(this::firstStage);
    andersonRubin(instruments.andersonRubin());
    TfInterval tf = instruments.tf();
    if (tf != null && !Double.isNaN(tf.critical())) {
      line("tF 95 %% interval [%.6g, %.6g] (critical %.3f)", tf.low(), tf.high(), tf.critical());
    }
    Overidentification test = instruments.overidentification();
    if (test != null) {
      line(
          "%s: chi2(%d) %s, p %s",
          test.name(), test.degrees(), number(test.statistic()), number(test.pValue()));
    }
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "not computable" : String.format(Locale.ROOT, "%.4g", value);
  }

  private void firstStage(FirstStage stage) {
    line(
        "First stage of %s: F %.4g, robust %s, Kleibergen-Paap F %s, effective F %s"
            + " (5 %% critical %s), partial R2 %.4g",
        stage.endogenous(),
        stage.f(),
        number(stage.robustF()),
        number(stage.kleibergenPaapF()),
        number(stage.effectiveF()),
        number(stage.effectiveCritical()),
        stage.partialR2());
  }

  private void andersonRubin(AndersonRubin test) {
    line(
        "Anderson-Rubin F(%.0f, %.0f) %s, p %s; set (%s) %s",
        test.numerator(),
        test.denominator(),
        number(test.statistic()),
        number(test.pValue()),
        test.shape(),
        test.set().stream()
            .map(i -> String.format(Locale.ROOT, "[%.6g, %.6g]", i.low(), i.high()))
            .collect(Collectors.joining(" and ")));
  }

  private void bootstrap(WildBootstrap test) {
    line(
        "Wild cluster bootstrap of %s = %.4g: t %.4g, p %s (%s, %,d draws%s), interval [%.6g, %.6g]",
        test.coefficient(),
        test.nullValue(),
        test.statistic(),
        share(test.pValue(), test.draws()),
        test.weights(),
        test.draws(),
        test.exhaustive() ? ", exhaustive" : "",
        test.ciLow(),
        test.ciHigh());
  }

  /** A share of draws; where it is none of them, all that is known is that it is below one. */
  private static String share(double share, int draws) {
    return share == 0
        ? String.format(Locale.ROOT, "< %.4g", 1.0 / draws)
        : String.format(Locale.ROOT, "%.4g", share);
  }
}
