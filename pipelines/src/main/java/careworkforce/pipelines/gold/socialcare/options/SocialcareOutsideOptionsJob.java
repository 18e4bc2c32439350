package careworkforce.pipelines.gold.socialcare.options;

import careworkforce.common.conf.Setting;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.linear.FirstStage;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.gold.socialcare.SocialcareSample;
import careworkforce.pipelines.silver.exposures.wages.OutsideWageIndex;
import careworkforce.pipelines.silver.exposures.wages.OutsideWageOccupations;
import careworkforce.pipelines.silver.exposures.wages.OutsideWageShares;
import careworkforce.pipelines.silver.exposures.wages.OutsideWageShocks;
import careworkforce.pipelines.silver.panels.CareHomes;
import careworkforce.pipelines.silver.panels.HomeMonths;
import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Estimates what pay elsewhere does, by set of industries, outcome and type of provider. */
@AutoService(Job.class)
public final class SocialcareOutsideOptionsJob implements Transform {
  /** Months that make a year of a home count. */
  public static final Setting<Integer> LEAST_MONTHS =
      Setting.integer(
          "socialcare.options.least-months",
          "months",
          "of a year in which the staff of a home must be seen for the year to count",
          1,
          12);

  private static final SocialcareOutsideOptions OUT = SocialcareOutsideOptions.TABLE;
  private static final List<Table> READS =
      Stream.concat(
              Stream.of(
                  HomeMonths.TABLE,
                  CareHomes.TABLE,
                  OutsideWageIndex.TABLE,
                  OutsideWageShares.TABLE,
                  OutsideWageShocks.TABLE,
                  OutsideWageOccupations.TABLE),
              FurtherOptions.tables().stream())
          .toList();
  private static final List<String> OUTCOMES =
      List.of(OutsideSample.TURNOVER, OutsideSample.STARTERS, OutsideSample.STAFF);

  @Override
  public Table writes() {
    return OUT;
  }

  @Override
  public List<Table> reads() {
    return READS;
  }

  @Override
  public List<Setting<?>> settings() {
    return Stream.concat(
            Stream.of(SocialcareSample.LAST_MONTH, LEAST_MONTHS),
            FurtherOptions.settings().stream())
        .toList();
  }

  /** No effects where staff are seen in one year alone: they are told within homes. */
  @Override
  public Dataset<Row> rows(Inputs inputs) {
    List<OutsideFindings.Told> told = new ArrayList<>();
    for (String set : OutsideWageIndex.DESTINATIONS.codes()) {
      Frame sample = OutsideSample.frame(inputs, set);
      if (OutsideModel.years(sample).length > 1) {
        IndustryTerms terms = IndustryTerms.of(inputs, set);
        boolean main = set.equals(OutsideWageIndex.ALL);
        told.addAll(
            whole(
                main
                    ? SocialcareOutsideOptions.ALL_HOMES
                    : SocialcareOutsideOptions.ALL_HOMES + ", " + set,
                sample,
                terms));
        if (main) {
          told.addAll(parts(sample, terms));
          told.addAll(leftOut(sample, terms));
          told.addAll(retailJobs(sample));
          told.addAll(minimumWageHeld(sample, terms));
        } else {
          told.addAll(together(sample, terms));
        }
      }
    }
    told.addAll(byOccupation(inputs));
    return OUT.select(
        inputs.rows(told.stream().map(one -> row(one, inputs)).toList(), OUT.schema()));
  }

  private static List<OutsideFindings.Told> whole(String name, Frame sample, IndustryTerms terms) {
    OutsideFindings findings = OutsideFindings.withRobust(name, terms);
    double[] next = sample.numbers(OutsideSample.LEAD);
    Frame withNextYear = sample.where(i -> !Double.isNaN(next[i]));
    for (String outcome : OUTCOMES) {
      findings.effects(sample, outcome);
      findings.robust(sample, terms, outcome);
      findings.checks(sample, withNextYear, outcome);
    }
    double[] beds = sample.numbers(OutsideSample.BEDS);
    Frame withBeds = sample.where(i -> !Double.isNaN(beds[i]));
    findings.balance(withBeds, terms, OutsideSample.BEDS);
    findings.balance(sample, terms, OutsideSample.NURSING);
    return findings.told();
  }

  /** Pay elsewhere by the occupations that care staff go to, in place of their industries. */
  private static List<OutsideFindings.Told> byOccupation(Inputs inputs) {
    Frame sample = OutsideSample.frame(inputs, OutsideSample.OCCUPATIONS);
    OutsideFindings findings =
        new OutsideFindings(SocialcareOutsideOptions.ALL_HOMES + ", pay by occupation", null);
    if (sample.rows() > 0) {
      OUTCOMES.forEach(outcome -> findings.effects(sample, outcome));
    }
    return findings.told();
  }

  private static List<OutsideFindings.Told> retailJobs(Frame sample) {
    OutsideFindings findings =
        new OutsideFindings(SocialcareOutsideOptions.ALL_HOMES + ", retail jobs", null);
    OUTCOMES.forEach(outcome -> findings.retailJobs(sample, outcome));
    return findings.told();
  }

  /** The effects of pay elsewhere, how far the minimum wage bites held fixed. */
  private static List<OutsideFindings.Told> minimumWageHeld(Frame sample, IndustryTerms terms) {
    OutsideFindings findings =
        new OutsideFindings(
            SocialcareOutsideOptions.ALL_HOMES + ", bite of the minimum wage held fixed", terms);
    OUTCOMES.forEach(outcome -> findings.effects(sample, outcome, OutsideSample.BITE));
    return findings.told();
  }

  /** The options side by side, of which each has industries and occupations of its own. */
  private static List<OutsideFindings.Told> together(Frame sample, IndustryTerms terms) {
    OutsideFindings findings = new OutsideFindings(SocialcareOutsideOptions.EVERY_OPTION, terms);
    OUTCOMES.forEach(outcome -> findings.joint(sample, outcome));
    return findings.told();
  }

  private static List<OutsideFindings.Told> parts(Frame sample, IndustryTerms terms) {
    List<OutsideFindings.Told> told = new ArrayList<>();
    ProviderGroups.of(sample)
        .forEach(
            (name, part) -> {
              OutsideFindings findings = new OutsideFindings(name, terms);
              OUTCOMES.forEach(outcome -> findings.effects(part, outcome));
              told.addAll(findings.told());
            });
    return told;
  }

  /** Each industry's part taken out of the index and out of the sum of exposures. */
  private static List<OutsideFindings.Told> leftOut(Frame sample, IndustryTerms terms) {
    List<OutsideFindings.Told> told = new ArrayList<>();
    for (String industry : terms.industries()) {
      Frame less =
          sample
              .with(
                  OutsideSample.INDEX,
                  less(sample, OutsideSample.INDEX, terms.addedBy(industry, sample)))
              .with(
                  OutsideSample.EXPOSURES,
                  less(sample, OutsideSample.EXPOSURES, terms.exposureTo(industry, sample)));
      OutsideFindings findings =
          new OutsideFindings(
              SocialcareOutsideOptions.ALL_HOMES + ", without division " + industry,
              terms.without(industry));
      findings.without(less, OutsideSample.TURNOVER);
      told.addAll(findings.told());
    }
    return told;
  }

  private static double[] less(Frame sample, String column, double[] part) {
    double[] left = sample.numbers(column).clone();
    for (int i = 0; i < left.length; i++) {
      left[i] -= part[i];
    }
    return left;
  }

  private static Row row(OutsideFindings.Told told, Inputs inputs) {
    FirstStage stage = told.firstStage();
    return OUT.row(
        told.finding(),
        inputs,
        READS,
        stage == null ? null : stage.robustF(),
        stage == null ? null : stage.effectiveF(),
        told.effectiveShocks(),
        told.shocks());
  }
}
