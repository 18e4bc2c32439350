package careworkforce.common.estimate.cli;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.BiasCorrection;
import careworkforce.common.estimate.Collapsing;
import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.EstimateOptions;
import careworkforce.common.estimate.Family;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.CsvFrames;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.data.SparkFrames;
import careworkforce.common.estimate.distributed.CollapsedEstimate;
import careworkforce.common.estimate.distributed.DistributedEstimate;
import careworkforce.common.estimate.distributed.FittingPlace;
import careworkforce.common.estimate.formula.Formula;
import careworkforce.common.estimate.formula.Specification;
import careworkforce.common.estimate.glm.CompetingRisks;
import careworkforce.common.estimate.table.FitJson;
import careworkforce.common.estimate.table.RegressionTable;
import careworkforce.common.estimate.variance.SmallSample;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code careworkforce estimate --data panel.csv --formula 'y ~ x | firm + year' --vcov
 * cluster:firm}: an estimate from the shell.
 */
@Command(
    name = "estimate",
    description = "Estimates a model from a formula on a file, a table or a query's rows.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  careworkforce estimate --data panel.csv --formula 'log(turnover) ~ wage + beds | home + month' --vcov cluster:home",
      "  careworkforce estimate --data panel.parquet --formula 'turnover ~ beds | home | wage ~ shock' --vcov cluster:ttwa --format json --to iv.json",
      "  careworkforce estimate --data silver.home_months --formula 'leavers ~ vacancies | home_id + month' --family poisson --vcov cluster:home_id",
      "  careworkforce estimate --data 'SELECT * FROM silver.home_months WHERE filled_posts > 10' --formula 'turnover ~ sw(vacancies, vacancies + filled_posts) | home_id' --format latex",
      "  careworkforce estimate --data panel.csv --formula 'y ~ x | firm' --vcov cluster:region --wild-bootstrap 9999 --seed 7"
    })
public final class EstimateCommand implements Callable<Integer> {
  private final TableSource tables;
  private final Target files;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = {"--data", "--query"},
      required = true,
      paramLabel = "FILE|TABLE|SELECT",
      description = "Path of CSV, Parquet or Delta, a table's full name, or a SELECT over tables.")
  private String data = "";

  @Option(
      names = "--formula",
      required = true,
      description = "outcome ~ regressors | effects | endogenous ~ instruments.")
  private String formula = "";

  @Option(
      names = "--family",
      description = "gaussian, poisson, logit, probit, cloglog or clogit (conditional logit).")
  private String family = "gaussian";

  @Option(names = "--weights", description = "Column of weights.")
  private @Nullable String weights;

  @Option(names = "--offset", description = "Column added with coefficient 1.")
  private @Nullable String offset;

  @Option(
      names = "--vcov",
      description =
          "iid, hetero, hc2, hc3, cluster:a+b, cr2:a, cr3:a, conley:lat,lon,km,"
              + " newey-west:unit,time,lag or driscoll-kraay:time,lag.")
  private String vcov = "iid";

  @Option(names = "--ssc", description = "Small-sample convention: fixest, reghdfe, exact or none.")
  private String ssc = "fixest";

  @Option(names = "--singletons", description = "drop or keep rows alone in an effect's level.")
  private String singletons = "drop";

  @Option(names = "--panel", description = "Columns unit,time for lags and leads.")
  private @Nullable String panel;

  @Option(
      names = "--bias-correction",
      description = "Of logit, probit, cloglog with effects: none, analytical or jackknife.")
  private String biasCorrection = "none";

  @Option(
      names = "--by-cause",
      paramLabel = "NONE",
      description = "The outcome holds causes, NONE where nothing happened: one model a cause.")
  private @Nullable String noCause;

  @Option(names = "--wild-bootstrap", description = "Draws of the wild cluster bootstrap.")
  private @Nullable Integer draws;

  @Option(
      names = "--distributed",
      paramLabel = "WHEN",
      description =
          "Fit where Spark keeps a table's rows: auto (above five million rows), always or never.")
  private String distributed = "auto";

  @Option(
      names = "--collapse",
      paramLabel = "WHEN",
      description =
          "Fit on the distinct rows with their numbers: auto (where they are few), always or never.")
  private String collapse = "auto";

  @Option(names = "--seed", description = "Seed of the draws.")
  private long seed = 1;

  @Option(names = "--design", description = "What the estimate is meant as: association or causal.")
  private String design = "association";

  @Option(names = "--format", description = "text, json, csv, latex or html.")
  private String format = "text";

  @Option(names = "--to", description = "File to write; standard output otherwise.")
  private @Nullable Path to;

  /** Where {@code --to} goes. */
  public interface Target {
    /**
     * Writes a file.
     *
     * @param unmarked true if readers must be told of the data what the text has no place for
     */
    void write(Path file, String text, boolean unmarked);
  }

  /** A command that reads and writes files only. */
  public EstimateCommand() {
    this(TableSource.parquet(), (file, text, unmarked) -> write(file, text));
  }

  /**
   * A command that also opens what the source knows.
   *
   * @param files writes the text that {@code --to} asks for
   */
  public EstimateCommand(TableSource tables, Target files) {
    this.tables = tables;
    this.files = files;
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Integer call() {
    List<Fit> fits = fitted();
    String mark = tables.mark(data).orElse("");
    String written = written(fits, mark);
    Path target = to;
    if (target != null) {
      files.write(target, written, !mark.isEmpty() && format.equals("csv"));
    } else {
      PrintWriter out =
          spec == null
              ? new PrintWriter(System.out, true, StandardCharsets.UTF_8)
              : spec.commandLine().getOut();
      out.print(written);
      out.flush();
    }
    return 0;
  }

  private List<Fit> fitted() {
    try {
      return fits();
    } catch (Exception e) {
      Optional<UserError> mistake = tables.mistake(e);
      if (mistake.isPresent()) {
        throw mistake.get();
      }
      throw e;
    }
  }

  private List<Fit> fits() {
    if (noCause != null) {
      requireHere("models by cause are fitted by this process");
    }
    String lower = data.toLowerCase(Locale.ROOT);
    if (Pattern.compile("\\.(csv|tsv|txt)(\\.gz)?$").matcher(lower).find()
        && !Pattern.compile("^\\s*(select|with)\\s").matcher(lower).find()) {
      requireHere("a file of text is read by this process");
      return fits(CsvFrames.read(Path.of(data)));
    }
    requireTable(data);
    Dataset<Row> rows = tables.open(data);
    List<Specification> models = Formula.parse(formula).specifications();
    FittingPlace.Wish wish = noCause == null ? wish() : FittingPlace.Wish.NEVER;
    if (wish != FittingPlace.Wish.ALWAYS && collapsed(models, rows)) {
      return models.stream()
          .map(model -> CollapsedEstimate.fit(family, model, rows, options()))
          .toList();
    }
    FittingPlace place = FittingPlace.of(wish, family, models, rows, options());
    return place.distributed()
        ? DistributedEstimate.fitAll(family, models, rows, options())
        : fits(frame(rows)).stream().map(fit -> fit.noting(place.notes())).toList();
  }

  /**
   * A folder of other files would be taken for a damaged one of Parquet. One that cannot be looked
   * into is left to its reader to tell of.
   */
  private static void requireTable(String name) {
    Path path = Path.of(name);
    if (!Files.isDirectory(path) || Files.exists(path.resolve("_delta_log"))) {
      return;
    }
    try (Stream<Path> files = Files.walk(path).filter(Files::isRegularFile)) {
      Iterator<Path> each = files.iterator();
      Path other = null;
      while (each.hasNext()) {
        Path file = each.next();
        if (file.toString().endsWith(".parquet")) {
          return;
        }
        other = other == null || file.compareTo(other) < 0 ? file : other;
      }
      if (other != null) {
        throw UserError.input(
            "read '" + name + "'",
            "it is a folder without Parquet files, of " + path.relativize(other),
            "Give one file in it, or a folder of Parquet or Delta");
      }
    } catch (IOException | UncheckedIOException e) {
      return;
    }
  }

  private FittingPlace.Wish wish() {
    String wish = choose("--distributed", distributed, List.of("auto", "always", "never"));
    return FittingPlace.Wish.valueOf(wish.toUpperCase(Locale.ROOT));
  }

  private void requireHere(String because) {
    if (wish() == FittingPlace.Wish.ALWAYS) {
      throw UserError.usage(
          "fit where Spark keeps the rows", because, "Leave --distributed always out");
    }
  }

  private EstimateOptions options() {
    return asked(Estimate.of(Family.named(family), formula, Frame.empty())).options();
  }

  private boolean collapsed(List<Specification> models, Dataset<Row> rows) {
    return noCause == null
        && models.stream().allMatch(m -> CollapsedEstimate.pays(family, m, rows, options()));
  }

  private Frame frame(Dataset<Row> rows) {
    List<String> wanted = new ArrayList<>();
    for (String column : rows.columns()) {
      if (mentioned(column)) {
        wanted.add(column);
      }
    }
    return SparkFrames.read(rows, wanted);
  }

  private boolean mentioned(String column) {
    String everything = String.join(" ", formula, vcov, "" + weights, "" + offset, "" + panel);
    return Pattern.compile("(?<![A-Za-z0-9_])" + Pattern.quote(column) + "(?![A-Za-z0-9_])")
        .matcher(everything)
        .find();
  }

  private List<Fit> fits(Frame frame) {
    String none = noCause;
    Family chosen = Family.named(family);
    return none == null
        ? asked(Estimate.of(chosen, formula, frame)).fitAll()
        : List.copyOf(CompetingRisks.fit(chosen, formula, frame, none, this::asked).values());
  }

  private Estimate asked(Estimate estimate) {
    estimate
        .variance(vcov)
        .smallSample(SmallSample.named(ssc))
        .biasCorrection(BiasCorrection.named(biasCorrection))
        .collapsing(Collapsing.named(collapse));
    if (weights != null) {
      estimate.weights(weights);
    }
    if (offset != null) {
      estimate.offset(offset);
    }
    if (choose("--singletons", singletons, List.of("drop", "keep")).equals("keep")) {
      estimate.keepSingletons();
    }
    if (choose("--design", design, List.of("association", "causal")).equals("causal")) {
      estimate.causal();
    }
    if (panel != null) {
      String[] columns = panel.split(",", -1);
      if (columns.length != 2) {
        throw UserError.usage(
            "read --panel '" + panel + "'", "it is not two columns", "Give unit,time");
      }
      estimate.panel(columns[0].trim(), columns[1].trim());
    }
    return draws == null ? estimate : estimate.wildBootstrap(draws, seed);
  }

  private static String choose(String option, String value, List<String> allowed) {
    if (!allowed.contains(value)) {
      throw UserError.usage(
          "read " + option + " '" + value + "'", "it is none of " + allowed, "Give one of them");
    }
    return value;
  }

  private String written(List<Fit> fits, String mark) {
    RegressionTable table = RegressionTable.of(fits).marked(mark);
    return switch (choose("--format", format, List.of("text", "json", "csv", "latex", "html"))) {
      case "json" ->
          fits.size() == 1
              ? json(fits.get(0), mark) + "\n"
              : fits.stream()
                  .map(fit -> json(fit, mark))
                  .collect(Collectors.joining(",\n", "[", "]\n"));
      case "csv" -> table.csv();
      case "latex" -> table.latex();
      case "html" -> table.html();
      default ->
          fits.size() == 1 ? fits.get(0) + (mark.isEmpty() ? "" : mark + "\n") : table.text();
    };
  }

  private static String json(Fit fit, String mark) {
    ObjectNode json = FitJson.of(fit);
    return (mark.isEmpty() ? json : json.put("mark", mark)).toPrettyString();
  }
}
