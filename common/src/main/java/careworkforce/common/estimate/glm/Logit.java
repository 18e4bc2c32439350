package careworkforce.common.estimate.glm;

import careworkforce.common.estimate.EstimateOptions;
import careworkforce.common.estimate.Family;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.formula.Specification;
import com.google.auto.service.AutoService;

/** Binary outcomes with a logit link. */
@AutoService(Family.class)
public final class Logit implements Family {
  @Override
  public String name() {
    return "logit";
  }

  @Override
  public Fit fit(Specification specification, Frame data, EstimateOptions options) {
    return GeneralisedLinear.fit(Response.LOGIT, specification, data, options);
  }
}
