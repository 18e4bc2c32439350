package careworkforce.common.estimate.table;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.linear.Instruments;
import careworkforce.common.estimate.variance.WildBootstrap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Several fits side by side: coefficients with standard errors in parentheses below and wild
 * bootstrap p-values in brackets below these where some were asked for, absorbed effects, rows,
 * clusters, first-stage F, whether a fit did not converge, and a note that says which variance each
 * has, what it stands for, and what else a reader of it should know.
 */
public final class RegressionTable {
  private final List<Fit> fits;
  private final String mark;

  private RegressionTable(List<Fit> fits, String mark) {
    this.fits = List.copyOf(fits);
    this.mark = mark;
  }

  /** A table of at least one fit. */
  public static RegressionTable of(List<Fit> fits) {
    if (fits.isEmpty()) {
      throw new IllegalArgumentException("Cannot make a table: there is no fit.");
    }
    return new RegressionTable(fits, "");
  }

  /** The same whose note ends with what a reader must be told of the data; not as CSV. */
  public RegressionTable marked(String mark) {
    return new RegressionTable(fits, mark);
  }

  /** For a terminal. */
  public String text() {
    return grid().text();
  }

  /** For LaTeX with the booktabs package. */
  public String latex() {
    return grid().latex();
  }

  /** A table element. */
  public String html() {
    return grid().html();
  }

  /**
   * One line a cell: model, coefficient and its numbers in full, empty where there is none, and
   * what they stand on: rows, causal or association, variance, clusters (of several clusterings
   * apart by a slash), p-value of the wild bootstrap, and whether the fit converged.
   */
  public String csv() {
    StringBuilder csv =
        new StringBuilder(
            "model,outcome,term,estimate,std_error,statistic,p_value,ci_low,ci_high,n,"
                + "design,variance,clusters,bootstrap_p,converged\n");
    for (int m = 0; m < fits.size(); m++) {
      for (Coefficient c : fits.get(m).coefficients()) {
        csv.append(m + 1).append(',').append(TableFormats.quoted(fits.get(m).outcome()));
        csv.append(',').append(TableFormats.quoted(c.name()));
        for (double v :
            new double[] {
              c.estimate(), c.standardError(), c.statistic(), c.pValue(), c.ciLow(), c.ciHigh()
            }) {
          csv.append(',').append(Double.isNaN(v) ? "" : Double.toString(v));
        }
        Fit fit = fits.get(m);
        csv.append(',').append(fit.sample().rows()).append(',').append(fit.design());
        csv.append(',').append(TableFormats.quoted(fit.variance().text()));
        csv.append(',').append(clusters(fit, "%d"));
        csv.append(',').append(bootstrap(fit, c.name()).map(b -> "" + b.pValue()).orElse(""));
        csv.append(',').append(fit.numerics().converged()).append('\n');
      }
    }
    return csv.toString();
  }

  /** Its cells. */
  public TableGrid grid() {
    List<List<String>> head = new ArrayList<>();
    head.add(row("", fit -> "(" + (fits.indexOf(fit) + 1) + ")"));
    head.add(row("", Fit::outcome));
    List<List<String>> estimates = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    fits.forEach(fit -> fit.coefficients().forEach(c -> names.add(c.name())));
    for (String name : names) {
      estimates.add(row(name, fit -> find(fit, name).map(RegressionTable::starred).orElse("")));
      estimates.add(
          row(
              "",
              fit ->
                  find(fit, name).map(c -> "(" + shortNumber(c.standardError()) + ")").orElse("")));
      if (fits.stream().anyMatch(fit -> bootstrap(fit, name).isPresent())) {
        estimates.add(row("", fit -> bracketed(fit, name)));
      }
    }
    return new TableGrid(head, estimates, foot(), note());
  }

  private List<List<String>> foot() {
    List<List<String>> foot = new ArrayList<>();
    Set<String> effects = new LinkedHashSet<>();
    fits.forEach(fit -> effects.addAll(fit.effects().keySet()));
    for (String effect : effects) {
      foot.add(row(effect + " effects", fit -> fit.effects().containsKey(effect) ? "yes" : ""));
    }
    foot.add(row("N", fit -> String.format(Locale.ROOT, "%,d", fit.sample().rows())));
    if (fits.stream().anyMatch(fit -> !fit.variance().clusters().isEmpty())) {
      foot.add(row("Clusters", fit -> clusters(fit, "%,d")));
    }
    if (fits.stream().anyMatch(fit -> fit.instruments() != null)) {
      foot.add(row("First-stage effective F", RegressionTable::strength));
    }
    for (String test : testsBeside()) {
      foot.add(row(test, fit -> bracketed(fit, test)));
    }
    if (fits.stream().anyMatch(fit -> !fit.numerics().converged())) {
      foot.add(row("Converged", fit -> fit.numerics().converged() ? "yes" : "NOT CONVERGED"));
    }
    if (fits.stream().anyMatch(fit -> !Double.isNaN(fit.quality().r2()))) {
      foot.add(row("R2", fit -> shortNumber(fit.quality().r2())));
    }
    foot.add(row("Estimator", Fit::estimator));
    foot.add(row("Stands for", Fit::design));
    return foot;
  }

  /** Bootstraps that are of no coefficient, such as Anderson and Rubin's. */
  private Set<String> testsBeside() {
    Set<String> tests = new LinkedHashSet<>();
    for (Fit fit : fits) {
      fit.bootstraps().stream()
          .map(WildBootstrap::coefficient)
          .filter(name -> find(fit, name).isEmpty())
          .forEach(tests::add);
    }
    return tests;
  }

  private static Optional<WildBootstrap> bootstrap(Fit fit, String name) {
    return fit.bootstraps().stream().filter(b -> b.coefficient().equals(name)).findFirst();
  }

  private static String bracketed(Fit fit, String name) {
    return bootstrap(fit, name).map(b -> "[" + shortNumber(b.pValue()) + "]").orElse("");
  }

  private static String clusters(Fit fit, String format) {
    return fit.variance().clusters().values().stream()
        .map(n -> String.format(Locale.ROOT, format, n))
        .collect(Collectors.joining(" / "));
  }

  private static String strength(Fit fit) {
    Instruments instruments = fit.instruments();
    return instruments == null
        ? ""
        : instruments.firstStages().stream()
            .map(stage -> shortNumber(stage.effectiveF()))
            .collect(Collectors.joining(" / "));
  }

  private List<String> row(String name, Function<Fit, String> cell) {
    List<String> row = new ArrayList<>();
    row.add(name);
    fits.forEach(fit -> row.add(cell.apply(fit)));
    return row;
  }

  private static Optional<Coefficient> find(Fit fit, String name) {
    return fit.coefficients().stream().filter(c -> c.name().equals(name)).findFirst();
  }

  private static String starred(Coefficient c) {
    return shortNumber(c.estimate()) + TableGrid.stars(c.pValue());
  }

  static String shortNumber(double value) {
    double size = Math.abs(value);
    return Double.isNaN(value)
        ? ""
        : size != 0 && (size < 1e-3 || size >= 1e5)
            ? String.format(Locale.ROOT, "%.3e", value)
            : String.format(Locale.ROOT, "%.4f", value);
  }

  private String note() {
    String variances =
        fits.stream()
            .map(fit -> fit.variance().text() + " (" + fit.smallSample() + ")")
            .distinct()
            .collect(Collectors.joining("; "));
    String note =
        "Standard errors in parentheses: "
            + variances
            + ". "
            + (fits.stream().allMatch(fit -> fit.bootstraps().isEmpty())
                ? ""
                : "Wild cluster bootstrap p-values in brackets. ")
            + TableGrid.STARS
            + ". Each column stands for what the row 'Stands for' says:"
            + " an association is not a causal effect. ";
    return (note + notes() + mark).strip();
  }

  /** What readers of the fits should know, each sentence once with the columns it is of. */
  private String notes() {
    Map<String, StringBuilder> columns = new LinkedHashMap<>();
    for (int m = 0; m < fits.size(); m++) {
      for (String note : fits.get(m).notes()) {
        StringBuilder of = columns.computeIfAbsent(note, n -> new StringBuilder());
        of.append('(').append(m + 1).append(") ");
      }
    }
    return columns.entrySet().stream()
        .map(note -> note.getValue() + note.getKey() + " ")
        .collect(Collectors.joining());
  }
}
