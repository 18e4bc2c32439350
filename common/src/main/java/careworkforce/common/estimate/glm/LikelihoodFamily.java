package careworkforce.common.estimate.glm;

import careworkforce.common.estimate.EstimateOptions;
import careworkforce.common.estimate.Family;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.formula.Specification;
import careworkforce.common.estimate.variance.VarianceSpec;
import java.util.List;

/** The family of a response, whose likelihood is maximised once however it is told. */
abstract class LikelihoodFamily implements Family {
  private final Response response;

  LikelihoodFamily(Response response) {
    this.response = response;
  }

  @Override
  public final String name() {
    return GeneralisedLinear.name(response);
  }

  @Override
  public final boolean correctsBias() {
    return response.binary();
  }

  @Override
  public final Fit fit(Specification specification, Frame data, EstimateOptions options) {
    return GeneralisedLinear.fit(response, specification, data, options);
  }

  @Override
  public final List<Fit> fitUnder(
      List<VarianceSpec> variances,
      Specification specification,
      Frame data,
      EstimateOptions options) {
    return GeneralisedLinear.fitUnder(variances, response, specification, data, options);
  }
}
