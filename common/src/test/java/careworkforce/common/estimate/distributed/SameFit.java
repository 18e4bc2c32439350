package careworkforce.common.estimate.distributed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.EstimateOptions;
import careworkforce.common.estimate.Family;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.SparkFrames;
import careworkforce.common.estimate.formula.Formula;
import careworkforce.common.estimate.formula.Specification;
import careworkforce.common.estimate.linear.AndersonRubin;
import careworkforce.common.estimate.linear.FirstStage;
import careworkforce.common.estimate.linear.Instruments;
import careworkforce.common.estimate.linear.Overidentification;
import careworkforce.common.estimate.linear.TfInterval;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Holds a fit made where the rows are against the one on the driver: nine digits of everything. */
final class SameFit {
  private static final double DIGITS = 1e-9;

  private SameFit() {}

  /** What a test sets on an estimate. */
  interface Setting {
    Estimate on(Estimate estimate);
  }

  static Specification specification(String formula) {
    return Formula.parse(formula).specifications().get(0);
  }

  static EstimateOptions options(
      String family, String formula, Dataset<Row> data, Setting setting) {
    return setting
        .on(Estimate.of(Family.named(family), formula, SparkFrames.read(data.limit(1))))
        .options();
  }

  static Fit fit(String family, String formula, Dataset<Row> data, Setting setting) {
    EstimateOptions options = options(family, formula, data, setting);
    Specification model = specification(formula);
    assertThat(DistributedEstimate.obstacle(family, model, data.schema(), options)).isEmpty();
    return DistributedEstimate.fit(family, model, data, options);
  }

  static Fit onDriver(String family, String formula, Dataset<Row> data, Setting setting) {
    return setting.on(Estimate.of(Family.named(family), formula, SparkFrames.read(data))).fit();
  }

  static void check(String family, String formula, Dataset<Row> data, Setting setting) {
    compare(fit(family, formula, data, setting), onDriver(family, formula, data, setting));
  }

  static void compare(Fit found, Fit expected) {
    coefficients(found.coefficients(), expected.coefficients());
    sample(found.sample(), expected.sample());
    assertThat(found.estimator()).isEqualTo(expected.estimator());
    assertThat(found.effects()).isEqualTo(expected.effects());
    assertThat(found.variance().parameters()).isEqualTo(expected.variance().parameters());
    assertThat(found.variance().clusters()).isEqualTo(expected.variance().clusters());
    assertThat(found.numerics().certificate()).isLessThan(1e-9);
    assertThat(found.numerics().converged()).isTrue();
    near(found.quality().logLikelihood(), expected.quality().logLikelihood());
    near(found.quality().deviance(), expected.quality().deviance());
    near(found.quality().r2(), expected.quality().r2());
    near(found.quality().r2Within(), expected.quality().r2Within());
    if (expected.instruments() == null) {
      assertThat(found.instruments()).isNull();
    } else {
      instruments(
          Objects.requireNonNull(found.instruments()),
          Objects.requireNonNull(expected.instruments()));
    }
  }

  private static void near(double found, double expected) {
    if (Double.isFinite(expected)) {
      assertThat(found).isCloseTo(expected, within(DIGITS * Math.abs(expected)));
    } else {
      assertThat(Double.valueOf(found)).isEqualTo(Double.valueOf(expected));
    }
  }

  private static void coefficients(List<Coefficient> found, List<Coefficient> expected) {
    assertThat(found.stream().map(Coefficient::name))
        .isEqualTo(expected.stream().map(Coefficient::name).toList());
    for (int c = 0; c < found.size(); c++) {
      near(found.get(c).estimate(), expected.get(c).estimate());
      near(found.get(c).standardError(), expected.get(c).standardError());
      assertThat(found.get(c).pValue()).isCloseTo(expected.get(c).pValue(), within(DIGITS));
    }
  }

  private static void sample(Fit.Sample found, Fit.Sample expected) {
    assertThat(found.rows()).isEqualTo(expected.rows());
    near(found.weight(), expected.weight());
    assertThat(found.singletons()).isEqualTo(expected.singletons());
    assertThat(found.separated()).isEqualTo(expected.separated());
    assertThat(Map.copyOf(found.dropped())).isEqualTo(Map.copyOf(expected.dropped()));
    assertThat(found.collinear().stream().map(d -> d.name() + d.with()))
        .isEqualTo(expected.collinear().stream().map(d -> d.name() + d.with()).toList());
  }

  private static void instruments(Instruments found, Instruments expected) {
    assertThat(found.firstStages()).hasSameSizeAs(expected.firstStages());
    for (int s = 0; s < found.firstStages().size(); s++) {
      FirstStage a = found.firstStages().get(s);
      FirstStage b = expected.firstStages().get(s);
      assertThat(a.endogenous()).isEqualTo(b.endogenous());
      near(a.f(), b.f());
      near(a.robustF(), b.robustF());
      near(a.partialR2(), b.partialR2());
      near(a.kleibergenPaapF(), b.kleibergenPaapF());
      near(a.effectiveF(), b.effectiveF());
      near(a.effectiveCritical(), b.effectiveCritical());
      coefficients(a.coefficients(), b.coefficients());
    }
    andersonRubin(found.andersonRubin(), expected.andersonRubin());
    Overidentification surplus = expected.overidentification();
    assertThat(found.overidentification() == null).isEqualTo(surplus == null);
    if (surplus != null) {
      Overidentification test = Objects.requireNonNull(found.overidentification());
      assertThat(test.name()).isEqualTo(surplus.name());
      near(test.statistic(), surplus.statistic());
      assertThat(test.pValue()).isCloseTo(surplus.pValue(), within(DIGITS));
    }
    TfInterval tf = expected.tf();
    assertThat(found.tf() == null).isEqualTo(tf == null);
    if (tf != null) {
      near(Objects.requireNonNull(found.tf()).low(), tf.low());
      near(Objects.requireNonNull(found.tf()).high(), tf.high());
    }
  }

  private static void andersonRubin(AndersonRubin found, AndersonRubin expected) {
    near(found.statistic(), expected.statistic());
    near(found.critical(), expected.critical());
    assertThat(found.shape()).isEqualTo(expected.shape());
    assertThat(found.set()).hasSameSizeAs(expected.set());
    for (int i = 0; i < found.set().size(); i++) {
      near(found.set().get(i).low(), expected.set().get(i).low());
      near(found.set().get(i).high(), expected.set().get(i).high());
    }
  }
}
