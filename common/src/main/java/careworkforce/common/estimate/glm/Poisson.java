package careworkforce.common.estimate.glm;

import careworkforce.common.estimate.Family;
import com.google.auto.service.AutoService;

/** Poisson pseudo-maximum likelihood with a log link; separated rows are dropped as in ppmlhdfe. */
@AutoService(Family.class)
public final class Poisson extends LikelihoodFamily {
  /** The family. */
  public Poisson() {
    super(Response.POISSON);
  }
}
