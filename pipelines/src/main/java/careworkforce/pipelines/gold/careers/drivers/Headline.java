package careworkforce.pipelines.gold.careers.drivers;

import careworkforce.pipelines.silver.careers.CareerRiskCells;
import java.util.ArrayList;
import java.util.List;

/** A number that every variant of methods 2.10 is set beside. */
enum Headline {
  POLICY(RobustnessCells.MOVES, RobustnessCells.POLICY, RobustnessCells.POLICY),
  PARENTHOOD(RobustnessCells.MOVES, RobustnessCells.PARENT, "parenthood::returned"),
  HOUSE_PRICE(RobustnessCells.TRUST_MOVES, TrustExposures.HOUSE_PRICE, TrustExposures.HOUSE_PRICE),
  SICKNESS(RobustnessCells.LEAVING, RobustnessCells.ILL, "sickness::recent");

  /** The event's column in the cells. */
  final String outcome;

  /** The regressor's column in the cells. */
  final String column;

  /** What the table calls the regressor, but for the policy, which has a name. */
  final String term;

  Headline(String outcome, String column, String term) {
    this.outcome = outcome;
    this.column = column;
    this.term = term;
  }

  /** What the table calls the event. */
  String event() {
    return switch (outcome) {
      case RobustnessCells.TRUST_MOVES -> CareerRiskCells.TRUST;
      case RobustnessCells.LEAVING -> CareerRiskCells.LEFT;
      default -> CareersRobustness.MOVE;
    };
  }

  /**
   * Regressors that stand beside one another in the model of an event. The house price stands in
   * that of moves of trust alone, which is then of the months whose price is known.
   */
  static List<String> beside(String outcome) {
    List<String> columns = new ArrayList<>(List.of(RobustnessCells.ILL, RobustnessCells.POLICY));
    switch (outcome) {
      case RobustnessCells.MOVES -> columns.add(RobustnessCells.PARENT);
      case RobustnessCells.TRUST_MOVES -> columns.add(TrustExposures.HOUSE_PRICE);
      default -> {}
    }
    return columns;
  }
}
