package careworkforce.pipelines.gold.socialcare.users;

import careworkforce.common.estimate.data.Column;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.job.Inputs;
import careworkforce.common.time.Month;
import careworkforce.pipelines.gold.Estimable;
import careworkforce.pipelines.gold.socialcare.SocialcareSample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The variants of the headline, in the order in which they are told. */
final class CareVariants {
  private static final String ARRIVALS = CareOutcome.ARRIVALS.label();
  private static final int COVID_FROM = Month.of(2020, 3).number();
  private static final int COVID_TO = Month.of(2021, 6).number();
  private static final int YEAR = 12;
  private static final int QUARTER = 3;
  private static final CareModel MODEL = CareModel.HEADLINE;
  private static final String WAGES_TO_COME =
      "wages to come, given those of the month, bring nobody to A&E, so that what moves both over"
          + " time does not stand behind the headline";
  private static final String WHO_LIVES_THERE =
      "the outside wage does not choose who lives in a home, which staff cannot change in a month";

  private final Frame sample;
  private final List<CareEffect> found = new ArrayList<>();

  private CareVariants(Frame sample) {
    this.sample = sample;
  }

  /**
   * All variants.
   *
   * @param all every month of every tier
   */
  static CareVariants of(CareFrames all, Inputs inputs) {
    String tier = inputs.value(SocialcareSample.MATCH_TIER);
    CareFrames everyMonth = new CareFrames(all.where(all.tier(tier)));
    int last = inputs.value(SocialcareSample.LAST_MONTH).number();
    Frame sample = everyMonth.where(everyMonth.month(month -> month <= last));
    CareVariants variants = new CareVariants(CareFrames.requirePeriods(sample));
    if (sample.rows() == 0) {
      return variants;
    }
    variants.add(() -> new CareVariant("headline", MODEL, sample).iv(ARRIVALS));
    variants.instruments();
    variants.add(
        () ->
            new CareVariant("bite of the minimum wage held fixed", MODEL, sample)
                .iv(ARRIVALS, OtherExposures.BITE));
    variants.placebos(AreaLeads.of(inputs, AreaInstrument.WAGE));
    variants.regions();
    variants.found.addAll(AreasLeftOut.of(MODEL, sample));
    variants.years();
    variants.errorsAndWeights();
    variants.months(everyMonth);
    variants.balanced();
    variants.tiers(new CareFrames(all.where(all.found())), last);
    return variants;
  }

  /** What was estimated, in order. */
  List<CareEffect> found() {
    return found;
  }

  /** The headline's home-months. */
  Frame sample() {
    return sample;
  }

  /** By other instruments in the wage's place, and by all together. */
  private void instruments() {
    CareVariant same = new CareVariant("", MODEL, sample);
    List<String> others = new ArrayList<>();
    AreaInstrument.BESIDE.forEach(other -> others.add(other.label()));
    others.add(OtherExposures.STORES);
    List<String> all = new ArrayList<>(List.of(AreaInstrument.WAGE.label()));
    for (String other : others) {
      add(() -> same.named("instrument: " + other).ivBy(ARRIVALS, List.of(other)));
      all.add(other);
    }
    for (Map.Entry<String, String> link : OtherExposures.WAGES.entrySet()) {
      add(
          () ->
              same.named("outside wage of areas by " + link.getKey())
                  .ivBy(ARRIVALS, List.of(link.getValue())));
    }
    add(() -> same.named("all instruments").ivBy(ARRIVALS, all));
  }

  /** Wages a year and a quarter ahead, given today's; and the headline with these held fixed. */
  private void placebos(AreaLeads leads) {
    Frame ahead = leads.with(leads.with(sample, "wage_year_ahead", YEAR), "wage_ahead", QUARTER);
    add(
        () ->
            new CareVariant("placebo: wages a year ahead", MODEL, ahead)
                .beside(ARRIVALS, "wage_year_ahead")
                .test(WAGES_TO_COME));
    add(
        () ->
            new CareVariant("placebo: wages a quarter ahead", MODEL, ahead)
                .beside(ARRIVALS, "wage_ahead")
                .test(WAGES_TO_COME));
    add(
        () ->
            new CareVariant("wages a quarter ahead held fixed", MODEL, ahead)
                .iv(ARRIVALS, "wage_ahead"));
    for (String placebo : PlaceboOutcomes.NAMES) {
      add(
          () ->
              new CareVariant("placebo: who lives there", MODEL, sample)
                  .iv(placebo)
                  .test(WHO_LIVES_THERE));
    }
    for (String deaths : DeathDefinitions.NAMES) {
      add(() -> new CareVariant("deaths by another record", MODEL, sample).iv(deaths));
    }
  }

  private void regions() {
    Column.Codes regions = sample.column(CarePanel.REGION).codes();
    for (int level = 0; level < regions.levels().size(); level++) {
      int out = level;
      Frame rest = sample(i -> regions.values()[i] != out);
      String name = "without " + regions.levels().get(level);
      add(() -> new CareVariant(name, MODEL, rest).iv(ARRIVALS));
    }
  }

  private void errorsAndWeights() {
    CareVariant byHome =
        new CareVariant("clustered by home", MODEL.clustered(CarePanel.HOME), sample);
    for (CareOutcome outcome : CareOutcome.values()) {
      if (outcome.counted()) {
        add(() -> byHome.iv(outcome.label()));
      }
    }
    CareVariant byCouncil =
        new CareVariant("clustered by local authority", MODEL.clustered(CarePanel.LAD), sample);
    add(() -> byCouncil.iv(ARRIVALS));
    add(() -> new CareVariant("wild bootstrap over areas", MODEL, sample).drawnIv(ARRIVALS));
    add(() -> new CareVariant("homes weighted alike", MODEL.weighted(""), sample).iv(ARRIVALS));
    CareModel toAll = MODEL.weighted(ReportingWeights.DAYS);
    add(
        () ->
            new CareVariant("homes that report, weighted to all homes", toAll, sample)
                .iv(ARRIVALS));
    add(
        () ->
            new CareVariant("month effects of England", MODEL.absorbing("home + month"), sample)
                .iv(ARRIVALS));
  }

  /** Without the shocks of each year in turn. */
  private void years() {
    double[] month = sample.numbers(CarePanel.MONTH);
    for (int year :
        Arrays.stream(month).mapToInt(m -> (int) m / YEAR).distinct().sorted().toArray()) {
      Frame rest = sample(i -> (int) month[i] / YEAR != year);
      add(() -> new CareVariant("without " + year, MODEL, rest).iv(ARRIVALS));
    }
  }

  /** With the months from March 2020, a home being another in ECDS than in HES. */
  private void months(CareFrames everyMonth) {
    CareModel bySource = MODEL.absorbing("home^ecds + region^month");
    add(
        () ->
            new CareVariant("all months, effects of homes by record", bySource, everyMonth.frame())
                .iv(ARRIVALS));
    Frame outside =
        everyMonth.where(everyMonth.month(month -> month < COVID_FROM || month > COVID_TO));
    add(
        () ->
            new CareVariant("all months but March 2020 to June 2021", bySource, outside)
                .iv(ARRIVALS));
  }

  /** Homes that are there in every month of the sample. */
  private void balanced() {
    Column.Codes homes = sample.column(CarePanel.HOME).codes();
    Map<Integer, Integer> seen = new HashMap<>();
    IntStream.of(homes.values()).forEach(home -> seen.merge(home, 1, Integer::sum));
    long months = Arrays.stream(sample.numbers(CarePanel.MONTH)).distinct().count();
    Frame balanced = sample(i -> seen.getOrDefault(homes.values()[i], 0) == months);
    add(() -> new CareVariant("homes that report in every month", MODEL, balanced).iv(ARRIVALS));
  }

  private void tiers(CareFrames found, int last) {
    CareFrames both = new CareFrames(found.where(found.month(month -> month <= last)));
    for (String tier : both.frame().column(CarePanel.TIER).codes().levels()) {
      Frame one = both.where(both.tier(tier));
      add(() -> new CareVariant("residents matched by " + tier, MODEL, one).iv(ARRIVALS));
    }
    CareModel byTier = MODEL.absorbing("home^tier + region^month");
    add(() -> new CareVariant("residents of both match tiers", byTier, both.frame()).iv(ARRIVALS));
  }

  private Frame sample(IntPredicate which) {
    return new CareFrames(sample).where(which);
  }

  private void add(Supplier<CareEffect> estimate) {
    CareEffect effect = Estimable.orNull(estimate::get);
    if (effect != null) {
      found.add(effect);
    }
  }
}
