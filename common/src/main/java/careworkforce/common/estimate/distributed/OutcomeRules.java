package careworkforce.common.estimate.distributed;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.formula.Specification;
import careworkforce.common.estimate.glm.LikelihoodRequirements;
import careworkforce.common.estimate.glm.Response;
import org.jspecify.annotations.Nullable;

/**
 * What a model requires of its outcome, and when a level's outcomes are flat.
 *
 * @param specification the model
 * @param response of a likelihood, or null for a linear model
 * @param several whether it stands for several models, each of which asks for its own rows
 */
record OutcomeRules(Specification specification, @Nullable Response response, boolean several) {
  Flat flat() {
    return new Flat(response);
  }

  /**
   * Requires rows with outcomes that the model can have.
   *
   * @throws UserError if there are none, or others
   */
  void require(LevelTally tally) {
    if (!several) {
      requireRows(tally);
    }
    if (response != null) {
      LikelihoodRequirements requirements = requirements(response);
      String outcome = specification.outcome().name();
      double odd = response == Response.POISSON ? tally.smallest : tally.neither;
      requirements.requireAllowed(outcome, Double.isInfinite(odd) ? 0 : odd);
      requirements.requireVaried(outcome, tally.largest > tally.smallest);
    }
  }

  /**
   * Requires rows to be left of so many after flat levels were dropped.
   *
   * @throws UserError if there are none
   */
  void requireLeft(LevelTally tally, long before) {
    if (response != null) {
      requirements(response).requireLeft(tally.rows, before);
    }
  }

  private LikelihoodRequirements requirements(Response of) {
    return new LikelihoodRequirements(of, specification.text());
  }

  private void requireRows(LevelTally tally) {
    if (tally.rows == 0) {
      throw UserError.checks(
          "estimate '" + specification.text() + "'",
          "none of "
              + tally.given
              + " rows is left: "
              + tally.reasons
              + ", singletons "
              + tally.singletons,
          "Mend the data, absorb coarser effects, or keep singletons");
    }
  }
}
