package careworkforce.pipelines.report;

import careworkforce.common.delta.Lake;
import careworkforce.common.job.Catalogue;
import careworkforce.common.job.Manifest;
import careworkforce.common.job.Manifests;
import careworkforce.common.report.Block;
import careworkforce.common.report.Page;
import careworkforce.common.report.SvgFile;
import careworkforce.common.table.Table;
import careworkforce.pipelines.gold.careers.CareersTransitionMatrix;
import careworkforce.pipelines.gold.socialcare.SocialcareArrivalsByMonth;
import careworkforce.pipelines.gold.socialcare.SocialcareFirstStage;
import careworkforce.pipelines.gold.socialcare.SocialcareOutcomeEffects;
import java.util.List;

/**
 * The page that a run ends with: the estimate beside the planted truth, and the way to it from the
 * delivered files.
 */
public final class DemoReport {
  /** The tables that the page and its headline read; what stands before them is in it too. */
  private static final List<Table> READS =
      List.of(
          SocialcareOutcomeEffects.TABLE,
          SocialcareFirstStage.TABLE,
          SocialcareArrivalsByMonth.TABLE,
          CareersTransitionMatrix.TABLE);

  private DemoReport() {}

  /** Selects what has to be made for this page, and nothing more. */
  public static List<String> selectors() {
    return READS.stream().map(table -> "+" + table.fullName()).toList();
  }

  /**
   * Reads what stands in a lake.
   *
   * @param manifest the run that made it, or found it made
   * @param planted what was planted, where the data are synthetic
   */
  public static Page page(Lake lake, Catalogue catalogue, Manifest manifest, Planted planted) {
    Effects effects = Effects.in(lake);
    Manifest made = new Manifests(lake).asMade(manifest);
    long sample = effects.by("iv").found().observations();
    return new Page(
            "Staff turnover in care homes and their residents' A&E arrivals",
            "From files as delivered to an estimate with its evidence",
            "Run " + manifest.run() + ", begun " + manifest.started() + ". Made by careworkforce.",
            manifest.synthetic())
        .section("The estimate", EffectSection.blocks(effects, planted.value(Planted.EFFECT)))
        .section("First stage", FirstStageSection.blocks(lake, planted.value(Planted.WAGE_PULL)))
        .section("Arrivals over time", ArrivalsSection.blocks(lake))
        .section("Moves between occupations", MovesSection.blocks(lake))
        .section("Rows at each step", StepsSection.blocks(made, catalogue, sample))
        .section("Rejects", RejectsSection.blocks(lake, catalogue, made))
        .section("What ran", RunSection.blocks(manifest))
        .section("Versions", VersionsSection.blocks(made))
        .section("How to read this page", reading());
  }

  /**
   * The headline as a picture of its own, such as a README shows.
   *
   * @param synthetic true if any row behind it is synthetic
   */
  public static String headline(Lake lake, Planted planted, boolean synthetic) {
    Effects effects = Effects.in(lake);
    return SvgFile.of(
        EffectSection.picture(effects.by("iv"), effects.by("ols"), planted.value(Planted.EFFECT)),
        synthetic);
  }

  private static Block[] reading() {
    return new Block[] {
      Block.prose(
          "causal: the design would identify an effect if the outside wage moves arrivals only"
              + " through turnover. association: a pattern, no more."),
      Block.prose(
          "Intervals are at 95%. A resident-month is the days at risk of all residents, less days"
              + " in hospital, over the days of the month.")
    };
  }
}
