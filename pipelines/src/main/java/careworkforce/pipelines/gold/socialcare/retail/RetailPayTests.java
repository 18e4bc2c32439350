package careworkforce.pipelines.gold.socialcare.retail;

import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;
import careworkforce.pipelines.gold.Estimable;
import careworkforce.pipelines.gold.Evidence;
import careworkforce.pipelines.gold.FewClusters;
import careworkforce.pipelines.gold.Finding;
import careworkforce.pipelines.gold.Question;
import careworkforce.pipelines.gold.Saturation;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tests of {@link SocialcareRetailPay}, each one regression; none that has an effect for nearly
 * every row, as {@link Saturation} has it.
 *
 * @param cells of {@link SectorLeavers#cells}
 * @param shares of {@link SectorLeavers#shares}
 * @param stack of {@link RetailStack}, with the rate of leaving to a different sector
 */
record RetailPayTests(Frame cells, Frame shares, Frame stack) {
  private static final String LEAVERS = "leavers of care homes whose destination is told";

  /** What can be told from the data. */
  List<Finding> findings() {
    return Stream.of(share(), whoGoes(), answerToGap(), afterOpening())
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .toList();
  }

  private @Nullable Finding share() {
    return finding(
        () ->
            FewClusters.fit(
                Estimate.ols("share_other_sector ~ 1", shares).weights(SectorLeavers.LEAVERS),
                SectorLeavers.TTWA),
        "(Intercept)",
        new Question(
            SectorLeavers.SHARE,
            LEAVERS,
            "mean",
            "share of leavers",
            "association",
            "a share as told by employers, of nothing's effect"));
  }

  private @Nullable Finding whoGoes() {
    return finding(
        () ->
            FewClusters.fit(
                Estimate.ols("pay_gap ~ other_sector | home^quarter", cells)
                    .weights(SectorLeavers.PAID),
                SectorLeavers.TTWA),
        SectorLeavers.OTHER_SECTOR,
        new Question(
            SectorLeavers.GAP,
            LEAVERS + " and whose pay is known",
            "ols within home and quarter",
            "log outside wage less log own pay, of those who go to a different sector less others",
            "association",
            "compares who left; why they did is not drawn by lot"));
  }

  private @Nullable Finding answerToGap() {
    return finding(
        () ->
            FewClusters.fit(
                Estimate.ols("share_other_sector ~ pay_gap | home + region^quarter", shares)
                    .weights(SectorLeavers.LEAVERS),
                SectorLeavers.TTWA),
        SectorLeavers.GAP,
        new Question(
            SectorLeavers.SHARE,
            LEAVERS,
            "ols within home and within region and quarter",
            "share of leavers, for one log point of gap",
            "association",
            "own pay is the employer's choice and may answer to who leaves"));
  }

  private @Nullable Finding afterOpening() {
    RetailEventStudy study = new RetailEventStudy(stack, Comparison.FARTHER);
    return finding(
        () -> study.telling(SectorLeavers.RATE).overall(SectorLeavers.RATE),
        RetailStack.POST,
        Evidence::of,
        new Question(
            SectorLeavers.RATE,
            "openings, main radius",
            SocialcareRetailOpenings.EVENT_STUDY,
            "leavers to a different sector a year for each member of staff, after an opening",
            "causal",
            "where and when stores open is taken as unrelated to how staff of homes near would have"
                + " fared next to those farther away"));
  }

  /** That of a regression weighted by the leavers that each row stands for. */
  private static @Nullable Finding finding(Supplier<Fit> model, String term, Question question) {
    return finding(model, term, Evidence::ofCounts, question);
  }

  private static @Nullable Finding finding(
      Supplier<Fit> model, String term, Function<Fit, Evidence> evidence, Question question) {
    Fit fit = Estimable.telling(term, () -> Saturation.none(model.get()));
    return fit == null
        ? null
        : new Finding(question, term, FewClusters.coefficient(fit, term), evidence.apply(fit));
  }
}
