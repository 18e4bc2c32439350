package careworkforce.pipelines.gold.careers.drivers;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Fit;
import careworkforce.pipelines.gold.Estimable;
import careworkforce.pipelines.gold.Evidence;
import careworkforce.pipelines.gold.FewClusters;
import careworkforce.pipelines.gold.Finding;
import careworkforce.pipelines.gold.Question;
import careworkforce.pipelines.silver.careers.CareerRiskCells;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What is found of what drives an event. */
final class HazardFindings {
  private static final CareerRiskCells CELLS = CareerRiskCells.TABLE;
  private static final String HAZARD = "log hazard ratio a person-month";
  static final String LINEAR = "linear";
  static final String EVENTS = "events for 1,000 person-months";
  static final String PRICES = ", for one log point of house prices";

  /** Why what drives events is an association. */
  static final String WHY =
      "trusts and months are held fixed; who is exposed, and which trust adopts a policy or sees"
          + " prices rise, is not drawn by lot";

  private final HazardFits fits;
  private final String staff;

  /**
   * Finds of some fits.
   *
   * @param staff whose cells they are of, in words
   */
  HazardFindings(HazardFits fits, String staff) {
    this.fits = fits;
    this.staff = staff;
  }

  /**
   * Those of a hazard, by trust and then, of house prices, by area: one fit, told under both
   * clusterings, or by trust alone where there are not two areas.
   */
  List<Finding> of(Hazard hazard) {
    List<String> clusters = hazard.clusters();
    List<Fit> told = fitted(hazard, clusters);
    if (told.isEmpty() && clusters.size() > 1) {
      clusters = List.of(CELLS.organisation.name());
      told = fitted(hazard, clusters);
    }
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < told.size(); i++) {
      findings.addAll(
          clusters.get(i).equals(TrustExposures.TTWA)
              ? byArea(hazard, told.get(i))
              : byTrust(hazard, told.get(i)));
    }
    return findings;
  }

  private List<Fit> fitted(Hazard hazard, List<String> clusters) {
    List<Fit> told = Estimable.orNull(() -> fits.cloglog(hazard, clusters));
    return told == null ? List.of() : told;
  }

  /** Every driver but house prices, clustered by trust; linear too where trusts are few. */
  private List<Finding> byTrust(Hazard hazard, Fit fit) {
    List<Finding> findings = new ArrayList<>(all(fit, question(hazard, HAZARD, "cloglog")));
    if (FewClusters.few(Evidence.clusters(fit))) {
      Fit linear = fits.linear(hazard, CELLS.organisation.name());
      findings.addAll(all(linear, question(hazard, EVENTS, LINEAR)));
    }
    return findings;
  }

  private List<Finding> all(Fit fit, Question question) {
    return told(fit, question, name -> !HazardModel.PRICES.contains(name));
  }

  /** House prices, linear too where areas are few; nothing where the other drivers explain them. */
  private List<Finding> byArea(Hazard hazard, Fit fit) {
    List<Finding> findings =
        new ArrayList<>(price(fit, question(hazard, HAZARD + PRICES, "cloglog")));
    if (!findings.isEmpty() && FewClusters.few(Evidence.clusters(fit))) {
      Fit linear = fits.linear(hazard, TrustExposures.TTWA, hazard.price());
      findings.addAll(price(linear, question(hazard, EVENTS + PRICES, LINEAR)));
    }
    return findings;
  }

  private List<Finding> price(Fit fit, Question question) {
    return told(fit, question, HazardModel.PRICES::contains);
  }

  private List<Finding> told(Fit fit, Question question, Predicate<String> terms) {
    return fit.coefficients().stream()
        .map(Coefficient::name)
        .filter(terms)
        .map(name -> finding(fit, question, name))
        .toList();
  }

  private Finding finding(Fit fit, Question question, String name) {
    Coefficient effect = FewClusters.coefficient(fit, name);
    Evidence evidence = Evidence.ofCounts(fit);
    return question.estimator().equals(LINEAR)
        ? new Finding(question, name, effect.times(1_000), evidence)
        : new Finding(question, name, effect, evidence)
            .ofManyClusters("a complementary log-log model");
  }

  private Question question(Hazard hazard, String per, String estimator) {
    return new Question(hazard.event(), staff + sample(hazard), estimator, per, "association", WHY);
  }

  /** Those in long sickness may leave as those at work may; moves are of these alone. */
  private static String sample(Hazard hazard) {
    String who = hazard.event().equals(CareerRiskCells.LEFT) ? " in active service" : " at work";
    return switch (hazard.price()) {
      case TrustExposures.HOUSE_PRICE ->
          who + " in trusts and months of which the house price is known";
      case TrustExposures.AREA_PRICE ->
          who + " in trusts and months of which the house price of the area is known";
      default -> who + " in all trusts, all months";
    };
  }
}
