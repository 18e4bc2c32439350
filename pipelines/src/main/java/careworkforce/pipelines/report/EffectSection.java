package careworkforce.pipelines.report;

import careworkforce.common.report.Block;
import careworkforce.common.report.Cards;
import careworkforce.common.report.Figure;
import careworkforce.common.report.HtmlTable;
import careworkforce.common.report.IntervalPlot;
import careworkforce.common.report.Numbers;
import careworkforce.pipelines.gold.EstimateRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The headline: the instrumented estimate, its interval, the planted truth, OLS beside. */
final class EffectSection {
  private static final int DIGITS = 3;
  private static final int DECIMALS = 5;
  private static final String UNIT = "A&E arrivals a resident-month, per 10 percentage points";

  private EffectSection() {}

  static Block[] blocks(Effects effects, @Nullable Double truth) {
    Effect iv = effects.by("iv");
    Effect ols = effects.by("ols");
    return new Block[] {
      Block.prose(
          "Ten percentage points more staff turnover in a care home "
              + said(iv.found())
              + number(iv.found().estimate())
              + " a resident-month ("
              + interval(iv)
              + "), on a mean of "
              + Numbers.significant(iv.outcomeMean(), DIGITS)
              + "."),
      cards(iv, ols, truth),
      new Figure(
          picture(iv, ols, truth),
          "Points with 95% intervals, standard errors clustered by travel-to-work area. Home and"
              + " region-by-month effects, weighted by resident-days; "
              + iv.found().sample()
              + "."
              + (truth == null ? "" : " The dashed line is what was planted in the world.")),
      table(effects)
    };
  }

  /** As much as an estimate shows, up to its number. */
  private static String said(EstimateRow found) {
    boolean causal = found.design().equals("causal");
    if (!found.hasInterval() || found.coversNought()) {
      return (causal ? "are not shown to change" : "do not clearly go together with")
          + " A&E arrivals of its residents: the estimate is ";
    }
    return causal
        ? "change A&E arrivals of its residents by "
        : "go together with A&E arrivals of its residents that differ by ";
  }

  /** The picture alone. */
  static IntervalPlot picture(Effect iv, Effect ols, @Nullable Double truth) {
    return new IntervalPlot(
        "Turnover and A&E arrivals",
        UNIT,
        List.of(iv.interval("2SLS, outside wage"), ols.interval("OLS")),
        truth);
  }

  private static Cards cards(Effect iv, Effect ols, @Nullable Double truth) {
    Cards cards =
        new Cards().add("s1", "Estimate, 2SLS", number(iv.found().estimate()), interval(iv));
    if (truth != null) {
      cards.add("", "Planted truth", number(truth), place(iv, truth));
    }
    return cards
        .add("s2", "OLS", number(ols.found().estimate()), interval(ols))
        .add(
            "",
            "First-stage F",
            Numbers.fixed(iv.firstStageF(), 1),
            Numbers.whole(iv.found().clusters()) + " travel-to-work areas");
  }

  private static String place(Effect iv, double truth) {
    if (!iv.found().hasInterval()) {
      return "no interval to hold it";
    }
    return iv.interval("").covers(truth) ? "inside the interval" : "outside the interval";
  }

  private static String interval(Effect effect) {
    if (effect.found().hasInterval()) {
      return "95% interval " + range(effect);
    }
    return effect.found().weaklyInstrumented()
        ? "no interval, the instrument is too weak"
        : "no interval, areas are too few";
  }

  private static String range(Effect effect) {
    return number(effect.found().low()) + " to " + number(effect.found().high());
  }

  /** With decimals that every estimate of the page shares. */
  private static String number(double value) {
    return Numbers.fixed(value, DECIMALS);
  }

  private static HtmlTable table(Effects effects) {
    HtmlTable table =
        HtmlTable.of("Estimates, A&E arrivals a resident-month")
            .column("Estimator, for")
            .number("Estimate")
            .number("SE")
            .number("95% interval")
            .number("Home-months")
            .number("Areas")
            .number("F")
            .column("Design");
    for (Effect effect : effects.rows()) {
      table.row(
          name(effect.found().estimator()) + ", " + effect.found().per(),
          number(effect.found().estimate()),
          number(effect.found().stdError()),
          range(effect),
          Numbers.whole(effect.found().observations()),
          Numbers.whole(effect.found().clusters()),
          Numbers.fixed(effect.firstStageF(), 1),
          effect.found().design());
    }
    return table;
  }

  private static String name(String estimator) {
    return switch (estimator) {
      case "iv" -> "2SLS";
      case "ols" -> "OLS";
      case "reduced_form" -> "Reduced form";
      default -> estimator;
    };
  }
}
