package careworkforce.common.estimate.glm;

import careworkforce.common.estimate.EstimateOptions;
import careworkforce.common.estimate.Family;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.formula.Specification;
import com.google.auto.service.AutoService;

/** Poisson pseudo-maximum likelihood with a log link; separated rows are dropped as in ppmlhdfe. */
@AutoService(Family.class)
public final class Poisson implements Family {
  @Override
  public String name() {
    return "poisson";
  }

  @Override
  public Fit fit(Specification specification, Frame data, EstimateOptions options) {
    return GeneralisedLinear.fit(Response.POISSON, specification, data, options);
  }
}
