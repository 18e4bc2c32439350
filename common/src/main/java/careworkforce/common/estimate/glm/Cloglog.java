package careworkforce.common.estimate.glm;

import careworkforce.common.estimate.EstimateOptions;
import careworkforce.common.estimate.Family;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.formula.Specification;
import com.google.auto.service.AutoService;

/** Binary outcomes with a complementary log-log link, for hazards seen in intervals. */
@AutoService(Family.class)
public final class Cloglog implements Family {
  @Override
  public String name() {
    return "cloglog";
  }

  @Override
  public Fit fit(Specification specification, Frame data, EstimateOptions options) {
    return GeneralisedLinear.fit(Response.CLOGLOG, specification, data, options);
  }
}
