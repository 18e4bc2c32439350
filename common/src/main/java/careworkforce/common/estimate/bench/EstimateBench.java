package careworkforce.common.estimate.bench;

import careworkforce.common.bench.Measurement;
import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.EstimateOptions;
import careworkforce.common.estimate.Family;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Design;
import careworkforce.common.estimate.data.DesignBuilder;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.distributed.DistributedEstimate;
import careworkforce.common.estimate.formula.Formula;
import careworkforce.common.estimate.formula.Specification;
import careworkforce.common.estimate.glm.GeneralisedLinear;
import careworkforce.common.estimate.glm.Response;
import careworkforce.common.estimate.linear.LinearEstimator;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench estimate}: times a benchmark design beside fixest's figures. */
@Command(
    name = "estimate",
    description = "Times an estimate on a generated design, beside fixest's figures.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  careworkforce bench estimate --design difficult --rows 1000000",
      "  careworkforce bench estimate --design nhs --family poisson --rows 1000000",
      "  careworkforce bench estimate --design difficult --rows 1000000 --models 4",
      "  careworkforce bench estimate --rows 100000000 --from-table nhs-bench --repeats 1"
    })
public final class EstimateBench implements Callable<Integer> {
  @Option(
      names = "--design",
      defaultValue = "nhs",
      description = "simple, difficult or nhs (default: ${DEFAULT-VALUE}).")
  private String design = "nhs";

  @Option(
      names = "--rows",
      defaultValue = "1000000",
      description = "Rows to generate (default: ${DEFAULT-VALUE}).")
  private int rows = 1_000_000;

  @Option(
      names = "--family",
      defaultValue = "gaussian",
      description = "gaussian, poisson, logit, probit or cloglog (default: ${DEFAULT-VALUE}).")
  private String family = "gaussian";

  @Option(
      names = "--repeats",
      defaultValue = "2",
      description = "Fits in this process; the first warms up (default: ${DEFAULT-VALUE}).")
  private int repeats = 2;

  @Option(
      names = "--models",
      paramLabel = "N",
      defaultValue = "1",
      description = "Also fit powers of x1 to the Nth, stepwise: together, then one by one.")
  private int models = 1;

  @Option(
      names = "--from-table",
      paramLabel = "DIR",
      description =
          "Time the nhs design from this Delta table to the printed fit; written first if not there.")
  private @Nullable String table;

  @Spec private @Nullable CommandSpec spec;
  private PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);

  @Override
  public Integer call() {
    CommandSpec called = spec;
    out = called == null ? out : called.commandLine().getOut();
    String path = table;
    if (path != null) {
      fromTable(path);
      return 0;
    }
    Measurement generating = Measurement.begin();
    BenchDesign made = BenchDesign.of(design, rows, family);
    out.printf(Locale.ROOT, "%s, %,d rows, %s: %s%n", design, rows, family, made.formula);
    out.printf(Locale.ROOT, "generated in %.2f s%n", generating.seconds());
    Specification specification = Formula.parse(made.formula).specifications().get(0);
    Estimate estimate = Estimate.of(Family.named(family), made.formula, made.frame);
    EstimateOptions options =
        (made.clusters.length == 0 ? estimate : estimate.cluster(made.clusters)).options();
    for (int repeat = 1; repeat <= repeats; repeat++) {
      Measurement arranging = Measurement.begin();
      Design arranged = DesignBuilder.build(specification, made.frame, options.forDesign());
      double arranged1 = arranging.seconds();
      Measurement fitting = Measurement.goOn();
      Fit fit = fit(specification, arranged, options);
      report(fit, arranged1, fitting);
    }
    out.println("fixest 0.14.2, 2 threads: " + reference());
    if (models > 1) {
      stepwise(made);
    }
    return 0;
  }

  /** Models that share rows and effects, fitted together and one by one. */
  private void stepwise(BenchDesign made) {
    String powers =
        IntStream.rangeClosed(1, models).mapToObj(p -> "x1^" + p).collect(Collectors.joining(", "));
    String formula = made.formula.replace("~ x1 ", "~ csw(" + powers + ") ");
    Measurement together = Measurement.begin();
    List<Fit> fits = Estimate.of(Family.named(family), formula, made.frame).fitAll();
    double joint = together.seconds();
    Measurement apart = Measurement.begin();
    double widest = 0;
    for (Fit fit : fits) {
      Fit alone = Estimate.of(Family.named(family), fit.formula(), made.frame).fit();
      double gap = fit.coefficients().get(0).estimate() - alone.coefficients().get(0).estimate();
      widest = Math.max(widest, Math.abs(gap));
    }
    out.printf(
        Locale.ROOT,
        "%s: together %.2f s, one by one %.2f s, arranging in both; estimates at most %.1e apart%n",
        formula,
        joint,
        apart.seconds(),
        widest);
  }

  /** Whatever the number of processors, the same numbers: parts are added up in their order. */
  private void fromTable(String path) {
    SparkSession spark =
        SparkSession.builder()
            .appName("bench estimate")
            .master("local[*]")
            .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
            .config(
                "spark.sql.catalog.spark_catalog",
                "org.apache.spark.sql.delta.catalog.DeltaCatalog")
            .config("spark.databricks.delta.snapshotPartitions", "2")
            .config("spark.sql.shuffle.partitions", "8")
            .config("spark.ui.enabled", "false")
            .getOrCreate();
    if (!Files.isDirectory(Path.of(path, "_delta_log"))) {
      Measurement writing = Measurement.begin();
      WorkforceTable.write(spark, path, rows, Outcomes.named(family));
      out.printf(Locale.ROOT, "written in %.1f s%n", writing.seconds());
    }
    Specification model = Formula.parse(Workforce.FORMULA).specifications().get(0);
    Estimate estimate =
        Estimate.of(Family.named(family), Workforce.FORMULA, Frame.empty())
            .cluster("trust", "month");
    for (int repeat = 1; repeat <= repeats; repeat++) {
      Measurement whole = Measurement.begin();
      Dataset<Row> data = spark.read().format("delta").load(path);
      Fit fit = DistributedEstimate.fit(family, model, data, estimate.options());
      out.println(fit);
      out.printf(
          Locale.ROOT,
          "table to print %.1f s (CPU %.1f s), %,d rows, %,.0f rows/s, peak heap %,d MB%n"
              + "  x1 %.12f (%.3g), largest group mean left %.1e%n",
          whole.seconds(),
          whole.cpu(),
          fit.sample().given(),
          fit.sample().given() / whole.seconds(),
          whole.peakHeap() >> 20,
          fit.coefficient("x1").estimate(),
          fit.coefficient("x1").standardError(),
          fit.numerics().certificate());
    }
    out.println("fixest 0.14.2, 2 threads, data in memory already: " + reference());
    spark.stop();
  }

  private Fit fit(Specification specification, Design arranged, EstimateOptions options) {
    return family.equals("gaussian")
        ? LinearEstimator.fit(specification, arranged, options)
        : GeneralisedLinear.fit(
            Response.valueOf(family.toUpperCase(Locale.ROOT)), specification, arranged, options);
  }

  private void report(Fit fit, double arranging, Measurement fitting) {
    double seconds = fitting.seconds();
    out.printf(
        Locale.ROOT,
        "arranging %.2f s, fitting %.2f s (CPU %.2f s), %,.0f rows/s, peak heap %,d MB, solver %s (%d iterations)%n"
            + "  x1 %.12f (%.3g), largest group mean left %.1e%n",
        arranging,
        seconds,
        fitting.cpu(),
        rows / seconds,
        fitting.peakHeap() >> 20,
        fit.numerics().solver(),
        fit.numerics().iterations(),
        fit.coefficient("x1").estimate(),
        fit.coefficient("x1").standardError(),
        fit.numerics().certificate());
  }

  private String reference() {
    return family.equals("gaussian") ? linear() : family.equals("poisson") ? poisson() : binary();
  }

  private String poisson() {
    return switch (design) {
      case "simple" -> "three effects, 1e6 rows 4.8 s, 1e7 rows 89 s";
      case "difficult" -> "three effects, 1e6 rows 91.5 s, 1e7 rows stopped after 1500 s";
      default -> "four effects, 1e6 rows 100 s, 1e7 rows 109 s";
    };
  }

  private String binary() {
    return design.equals("simple")
        ? "logit with two effects, 1e6 rows 1.3 s, 1e7 rows 12 s"
        : "not timed for this family";
  }

  private String linear() {
    return switch (design) {
      case "simple" -> "three effects, 1e6 rows 0.17-0.36 s, 1e7 rows 2.7-3.3 s";
      case "difficult" -> "three effects, 1e6 rows 2.5-3.1 s, 1e7 rows 54-78 s (9e-7 off)";
      default -> "four effects, 1e6 rows 2.0 s, 1e7 rows 17.8-19.2 s, two-way clusters 19.9 s";
    };
  }
}
