package careworkforce.common.estimate.collapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.Sparks;
import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Collapsing;
import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.EstimateOptions;
import careworkforce.common.estimate.Family;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.SparkFrames;
import careworkforce.common.estimate.distributed.CollapsedEstimate;
import careworkforce.common.estimate.formula.Formula;
import careworkforce.common.estimate.formula.Specification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Rows with few distinct right-hand sides, and the comparison of a fit on cells with one on rows.
 */
final class CollapsedWorld {
  private static final StructType SCHEMA =
      StructType.fromDDL(
          "home string, month int, region int, x double, z int, o double, y double, leavers int,"
              + " hired int, w double, few double");

  private CollapsedWorld() {}

  /**
   * Three thousand rows; a home of one row, one of two that differ in the outcome, one of two that
   * do not, one where nobody is hired.
   */
  static Dataset<Row> rows() {
    Random random = new Random(31);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      int home = random.nextInt(8);
      int month = random.nextInt(4);
      double x = random.nextInt(3) + 0.5 * (home % 2);
      int z = (int) x + random.nextInt(2);
      double index = 0.4 * x + 0.1 * home - 0.2 * month;
      double y = index + 3 * random.nextGaussian() + 1e3;
      int leavers = (int) (Math.exp(index - 0.5) * -Math.log(1 - random.nextDouble()));
      int hired = home == 7 ? 0 : random.nextDouble() < 1 / (1 + Math.exp(1 - index)) ? 1 : 0;
      rows.add(
          RowFactory.create(
              "H" + home,
              month,
              home / 2 + 10 * (month % 2),
              i % 211 == 3 ? null : x,
              z,
              0.1 * (home % 3),
              i % 97 == 5 ? null : i % 101 == 7 ? Double.POSITIVE_INFINITY : y,
              leavers,
              hired,
              i % 89 == 2 ? 0 : 0.5 + random.nextDouble(),
              1.0 + i % 2));
    }
    rows.add(RowFactory.create("alone", 1, 1, 1.0, 1, 0.1, 2.0, 3, 1, 1.5, 1.0));
    rows.add(RowFactory.create("pair", 1, 1, 1.0, 1, 0.1, 2.0, 3, 1, 1.5, 1.0));
    rows.add(RowFactory.create("pair", 1, 1, 1.0, 1, 0.1, 5.0, 0, 0, 1.5, 1.0));
    rows.add(RowFactory.create("twins", 1, 1, 1.0, 1, 0.1, 2.0, 3, 1, 1.5, 1.0));
    rows.add(RowFactory.create("twins", 1, 1, 1.0, 1, 0.1, 2.0, 3, 1, 1.5, 1.0));
    return Sparks.session().createDataFrame(rows, SCHEMA);
  }

  static Specification specification(String formula) {
    return Formula.parse(formula).specifications().get(0);
  }

  static EstimateOptions options(String family, String formula, UnaryOperator<Estimate> setting) {
    return setting
        .apply(
            Estimate.of(
                Family.named(family), formula, careworkforce.common.estimate.data.Frame.empty()))
        .options();
  }

  static Fit onCells(
      String family, String formula, Dataset<Row> data, UnaryOperator<Estimate> setting) {
    return CollapsedEstimate.fit(
        family, specification(formula), data, options(family, formula, setting));
  }

  static Fit onRows(
      String family, String formula, Dataset<Row> data, UnaryOperator<Estimate> setting) {
    Estimate estimate = Estimate.of(Family.named(family), formula, SparkFrames.read(data));
    return setting.apply(estimate).collapsing(Collapsing.NEVER).fit();
  }

  static void assertSame(Fit cells, Fit rows) {
    assertThat(cells.notes()).anyMatch(note -> note.startsWith("Collapsed from "));
    assertThat(rows.notes()).noneMatch(note -> note.startsWith("Collapsed from "));
    assertThat(cells.coefficients()).hasSameSizeAs(rows.coefficients());
    for (int c = 0; c < rows.coefficients().size(); c++) {
      Coefficient a = cells.coefficients().get(c);
      Coefficient b = rows.coefficients().get(c);
      assertThat(a.name()).isEqualTo(b.name());
      boolean told = !Double.isNaN(b.standardError());
      assertClose(a.estimate(), b.estimate(), told ? b.standardError() : b.estimate());
      assertClose(a.standardError(), b.standardError(), b.standardError());
      assertClose(a.pValue(), b.pValue(), 1);
      assertClose(a.ciLow(), b.ciLow(), b.standardError());
    }
    assertSameSample(cells, rows);
    Fit.Quality a = cells.quality();
    Fit.Quality b = rows.quality();
    assertClose(a.r2(), b.r2(), 1);
    assertClose(a.r2Within(), b.r2Within(), 1);
    assertClose(a.rss(), b.rss(), b.rss());
    assertClose(a.logLikelihood(), b.logLikelihood(), Math.abs(b.logLikelihood()));
    assertClose(a.deviance(), b.deviance(), b.deviance());
  }

  private static void assertSameSample(Fit cells, Fit rows) {
    Fit.Sample a = cells.sample();
    Fit.Sample b = rows.sample();
    assertThat(a.rows()).isEqualTo(b.rows());
    assertThat(a.given()).isEqualTo(b.given());
    assertThat(a.singletons()).isEqualTo(b.singletons());
    assertThat(a.separated()).isEqualTo(b.separated());
    assertThat(Map.copyOf(a.dropped())).isEqualTo(Map.copyOf(b.dropped()));
    assertThat(a.collinear().stream().map(d -> d.name() + d.with()))
        .isEqualTo(b.collinear().stream().map(d -> d.name() + d.with()).toList());
    assertThat(cells.effects()).isEqualTo(rows.effects());
    assertThat(cells.variance().parameters()).isEqualTo(rows.variance().parameters());
    assertThat(cells.variance().clusters()).isEqualTo(rows.variance().clusters());
    assertThat(cells.variance().degrees()).isEqualTo(rows.variance().degrees());
    assertThat(cells.residualDegrees()).isEqualTo(rows.residualDegrees());
    assertThat(cells.numerics().converged()).isTrue();
  }

  /** Within 1e-10 of a scale; both missing is the same. */
  static void assertClose(double found, double expected, double scale) {
    if (Double.isNaN(expected)) {
      assertThat(found).isNaN();
    } else {
      assertThat(found).isCloseTo(expected, within(1e-10 * Math.abs(scale)));
    }
  }
}
