package careworkforce.pipelines.gold.socialcare.options;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.linear.FirstStage;
import careworkforce.common.estimate.shiftshare.ShiftShareFit;
import careworkforce.pipelines.gold.Estimable;
import careworkforce.pipelines.gold.Evidence;
import careworkforce.pipelines.gold.FewClusters;
import careworkforce.pipelines.gold.Finding;
import careworkforce.pipelines.gold.Question;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a sample tells, each with what supports it. */
final class OutsideFindings {
  private static final double STEP = 0.1;
  private static final String PER = "0.1 log points of the outside wage index";
  private static final String TEST =
      "a test: nil where national pay of industries is as good as drawn by lot";
  static final String WHY =
      "national pay of industries, the region left out, is taken to reach homes by way of their"
          + " area's jobs alone";

  /**
   * A finding with the evidence on its instrument or shocks.
   *
   * @param firstStage null without an instrument
   * @param effectiveShocks null where industries' exposures are not known
   * @param shocks of which errors are made: industries times years; null where they are by area
   */
  record Told(
      Finding finding,
      @Nullable FirstStage firstStage,
      @Nullable Double effectiveShocks,
      @Nullable Long shocks) {}

  private final List<Told> told = new ArrayList<>();
  private final String sampleName;
  private final @Nullable IndustryTerms terms;

  /** Whether {@link #robust} is told of the sample as well. */
  private final boolean robustBeside;

  private OutsideFindings(String sampleName, @Nullable IndustryTerms terms, boolean robustBeside) {
    this.sampleName = sampleName;
    this.terms = terms;
    this.robustBeside = robustBeside;
  }

  /**
   * Of a sample.
   *
   * @param terms those of its index; null where it is not of industries
   */
  OutsideFindings(String sampleName, @Nullable IndustryTerms terms) {
    this(sampleName, terms, false);
  }

  /** Of a sample of which errors that are robust to exposure are told too. */
  static OutsideFindings withRobust(String sampleName, IndustryTerms terms) {
    return new OutsideFindings(sampleName, terms, true);
  }

  List<Told> told() {
    return told;
  }

  private Question question(String outcome, String estimator, boolean causal) {
    return new Question(
        outcome,
        sampleName,
        estimator,
        PER,
        causal ? "causal" : "association",
        causal ? WHY : "pay in the region may answer to what moves its care staff");
  }

  private Question test(String outcome, String estimator) {
    return new Question(outcome, sampleName, estimator, PER, "association", TEST);
  }

  /** Adds what can be estimated; what the sample cannot carry is left out. */
  private static void attempt(Runnable estimate) {
    Estimable.orNull(
        () -> {
          estimate.run();
          return true;
        });
  }

  /**
   * Least squares, the reduced form and two-stage least squares of an outcome.
   *
   * @param beside what is held fixed; home-years that do not tell it are left out
   */
  void effects(Frame sample, String outcome, String... beside) {
    attempt(
        () ->
            leastSquares(
                sample, outcome, SocialcareOutsideOptions.OLS, OutsideSample.HERE, beside));
    attempt(
        () ->
            leastSquares(
                sample,
                outcome,
                SocialcareOutsideOptions.REDUCED_FORM,
                OutsideSample.INDEX,
                beside));
    attempt(() -> instrumented(sample, outcome, beside));
  }

  /** The reduced form of the index less what one industry adds. */
  void without(Frame sample, String outcome) {
    attempt(
        () ->
            leastSquares(
                sample, outcome, SocialcareOutsideOptions.REDUCED_FORM, OutsideSample.INDEX));
  }

  /** The reduced form, the sum of exposures free; and beside it the next year's index. */
  void checks(Frame sample, Frame withNextYear, String outcome) {
    attempt(
        () ->
            add(
                OutsideModel.leastSquares(sample, outcome, false, OutsideSample.INDEX),
                question(outcome, SocialcareOutsideOptions.NO_SHARE_CONTROL, true),
                OutsideSample.INDEX,
                effective(sample)));
    attempt(
        () ->
            add(
                OutsideModel.leastSquares(
                    withNextYear, outcome, true, OutsideSample.LEAD, OutsideSample.INDEX),
                test(outcome, SocialcareOutsideOptions.PRE_TREND),
                OutsideSample.LEAD,
                effective(withNextYear)));
  }

  /**
   * The reduced form of the growth of an area's retail jobs that growth elsewhere predicts. Shares
   * sum to one, so that none is held fixed.
   */
  void retailJobs(Frame sample, String outcome) {
    attempt(
        () -> {
          String growth = OutsideSample.RETAIL_JOBS;
          Frame known = OutsideModel.known(sample, growth);
          Fit fit = OutsideModel.leastSquares(known, outcome, false, growth);
          Question question =
              new Question(
                  outcome,
                  sampleName,
                  SocialcareOutsideOptions.REDUCED_FORM,
                  "0.1 log points of the area's retail jobs, as growth elsewhere predicts them",
                  "causal",
                  "growth of retail's groups elsewhere is taken to reach homes by retail jobs of"
                      + " their area alone; errors are by area, and none at the level of groups");
          told.add(
              new Told(
                  new Finding(
                      question,
                      growth,
                      FewClusters.coefficient(fit, growth).times(STEP),
                      Evidence.of(fit)),
                  null,
                  null,
                  null));
        });
  }

  /**
   * Every outside option held fixed beside the others: least squares on the measures that are taken
   * as given from elsewhere, and two-stage least squares that instruments pay in the own region and
   * NHS openings by them. Home-years of which one measure is not known are left out.
   */
  void joint(Frame sample, String outcome) {
    String[] columns =
        Arrays.stream(OutsideTerm.values()).map(OutsideTerm::column).toArray(String[]::new);
    attempt(
        () -> {
          Frame known = OutsideModel.known(sample, columns);
          Fit fit = OutsideModel.leastSquares(known, outcome, true, columns);
          for (OutsideTerm term : OutsideTerm.values()) {
            together(known, fit, outcome, SocialcareOutsideOptions.JOINT, term, term.column());
          }
        });
    attempt(
        () -> {
          Frame known = OutsideModel.known(sample, columns);
          Fit fit =
              OutsideModel.instrumented(
                  known,
                  outcome,
                  List.of(OutsideSample.HERE, OutsideSample.NHS),
                  List.of(OutsideSample.INDEX, OutsideSample.NHS_PREDICTED),
                  OutsideSample.VACANCIES,
                  OutsideSample.RETAIL);
          String estimator = SocialcareOutsideOptions.JOINT_IV;
          together(known, fit, outcome, estimator, OutsideTerm.WAGE, OutsideSample.HERE);
          together(known, fit, outcome, estimator, OutsideTerm.VACANCIES, OutsideSample.VACANCIES);
          together(known, fit, outcome, estimator, OutsideTerm.NHS, OutsideSample.NHS);
          together(known, fit, outcome, estimator, OutsideTerm.RETAIL, OutsideSample.RETAIL);
        });
  }

  /**
   * One of them; what is told of industries is told of pay, which alone is of an index of theirs.
   */
  private void together(
      Frame known, Fit fit, String outcome, String estimator, OutsideTerm term, String column) {
    FirstStage stage = stage(fit, column);
    Double shocks = term == OutsideTerm.WAGE ? effective(known) : null;
    boolean iv = fit.instruments() != null;
    Question question =
        new Question(outcome, sampleName, estimator, term.per(iv), term.design(), term.why());
    told.add(
        new Told(
            new Finding(
                    question,
                    column,
                    FewClusters.coefficient(fit, column).times(term.step()),
                    FewShocks.noted(Evidence.of(fit), shocks, robustBeside))
                .ofStrongInstrument(weakest(fit)),
            stage,
            shocks,
            null));
  }

  /**
   * The weakest F of a system: of a regressor by the instruments, or of their rank (Kleibergen and
   * Paap 2006). What one weak instrument leaves of a regressor spoils the others' estimates as
   * well.
   */
  private static @Nullable Double weakest(Fit fit) {
    return fit.instruments() == null
        ? null
        : fit.instruments().firstStages().stream()
            .flatMap(stage -> Stream.of(stage.robustF(), stage.kleibergenPaapF()))
            .filter(f -> !f.isNaN())
            .min(Double::compare)
            .orElse(null);
  }

  /** The first stage of a regressor; null of one that is not instrumented. */
  private static @Nullable FirstStage stage(Fit fit, String regressor) {
    return fit.instruments() == null
        ? null
        : fit.instruments().firstStages().stream()
            .filter(stage -> stage.endogenous().equals(regressor))
            .findFirst()
            .orElse(null);
  }

  private void leastSquares(
      Frame sample, String outcome, String estimator, String regressor, String... beside) {
    Frame known = OutsideModel.known(sample, beside);
    boolean causal = estimator.equals(SocialcareOutsideOptions.REDUCED_FORM);
    String[] regressors =
        Stream.concat(Stream.of(regressor), Arrays.stream(beside)).toArray(String[]::new);
    add(
        OutsideModel.leastSquares(known, outcome, true, regressors),
        question(outcome, estimator, causal),
        regressor,
        causal ? effective(known) : null);
  }

  private void add(Fit fit, Question question, String term, @Nullable Double shocks) {
    Coefficient effect = FewClusters.coefficient(fit, term).times(STEP);
    Evidence evidence = FewShocks.noted(Evidence.of(fit), shocks, false);
    told.add(new Told(new Finding(question, term, effect, evidence), null, shocks, null));
  }

  /** The effective number of industries behind the index; null where it is not of industries. */
  private @Nullable Double effective(Frame sample) {
    if (terms == null) {
      return null;
    }
    return FewShocks.effective(HomeYears.told(sample), terms);
  }

  private void instrumented(Frame sample, String outcome, String... beside) {
    Frame known = OutsideModel.known(sample, beside);
    Fit fit = byPayElsewhere(known, outcome, beside);
    Double shocks = effective(known);
    told.add(
        new Told(
            new Finding(
                    question(outcome, SocialcareOutsideOptions.IV, true),
                    OutsideSample.HERE,
                    FewClusters.coefficient(fit, OutsideSample.HERE).times(STEP),
                    FewShocks.noted(Evidence.of(fit), shocks, robustBeside))
                .ofStrongInstrument(weakest(fit)),
            stage(fit, OutsideSample.HERE),
            shocks,
            null));
  }

  /** Two-stage least squares, pay in the own region instrumented by pay elsewhere. */
  private static Fit byPayElsewhere(Frame known, String outcome, String... beside) {
    return OutsideModel.instrumented(
        known, outcome, List.of(OutsideSample.HERE), List.of(OutsideSample.INDEX), beside);
  }

  /**
   * The instrumented estimate with errors that are robust to exposure. Its instrument is as weak as
   * that of the estimate by area, and what weakness spoils of that it spoils here; but not the
   * interval with the null imposed.
   */
  void robust(Frame whole, IndustryTerms terms, String outcome) {
    attempt(
        () -> {
          OutsideModel.require(whole);
          Fit byArea = byPayElsewhere(whole, outcome);
          FirstStage stage = stage(byArea, OutsideSample.HERE);
          Double weakest = weakest(byArea);
          Frame sample = HomeYears.told(whole);
          ShiftShareInference shocks = new ShiftShareInference(sample, HomeYears.of(sample), terms);
          Finding atTheirLevel =
              finding(
                  shocks,
                  sample,
                  question(outcome, SocialcareOutsideOptions.IV_SHOCKS, true),
                  ShiftShareInference.coefficient(
                      OutsideSample.HERE, shocks.atShockLevel(outcome, OutsideSample.HERE)),
                  "at the level of shocks, clustered by industry, t");
          add(shocks, atTheirLevel.ofStrongInstrument(weakest), stage, shocks.shocksByRegion());
          ShiftShareFit fit = shocks.fit(outcome, OutsideSample.HERE, OutsideSample.INDEX);
          Finding akm =
              finding(
                  shocks,
                  sample,
                  question(outcome, SocialcareOutsideOptions.IV_AKM, true),
                  ShiftShareInference.coefficient(OutsideSample.HERE, fit.akm()),
                  "AKM, clustered by industry");
          add(shocks, akm.ofStrongInstrument(weakest), stage, shocks.shocks());
          Finding nullImposed =
              finding(
                  shocks,
                  sample,
                  question(outcome, SocialcareOutsideOptions.IV_AKM0, true),
                  ShiftShareInference.nullImposed(OutsideSample.HERE, fit),
                  "AKM0, clustered by industry");
          add(shocks, nullImposed, stage, shocks.shocks());
        });
  }

  /** What does not answer to the index, on the index: across homes, within region and year. */
  void balance(Frame whole, IndustryTerms terms, String characteristic) {
    attempt(
        () -> {
          OutsideModel.require(whole);
          Frame sample = HomeYears.toldAcrossHomes(whole);
          ShiftShareInference shocks =
              new ShiftShareInference(sample, HomeYears.acrossHomes(sample), terms);
          ShiftShareFit fit = shocks.fit(characteristic, null, OutsideSample.INDEX);
          Finding balance =
              finding(
                  shocks,
                  sample,
                  test(characteristic, SocialcareOutsideOptions.BALANCE),
                  ShiftShareInference.coefficient(OutsideSample.INDEX, fit.akm()),
                  "AKM, clustered by industry");
          add(shocks, balance, null, shocks.shocks());
        });
  }

  private static Finding finding(
      ShiftShareInference shocks,
      Frame sample,
      Question question,
      Coefficient effect,
      String variance) {
    Evidence evidence =
        new Evidence(
            sample.rows(),
            shocks.industries(),
            variance,
            question.outcome() + " ~ " + effect.name() + ", net of effects and exposures by year");
    return new Finding(question, effect.name(), effect.times(STEP), evidence);
  }

  private void add(
      ShiftShareInference shocks, Finding finding, @Nullable FirstStage stage, long number) {
    told.add(new Told(finding, stage, shocks.effectiveShocks(), number));
  }
}
