package careworkforce.common.estimate.glm;

import careworkforce.common.estimate.Family;
import com.google.auto.service.AutoService;

/** Binary outcomes with a probit link. */
@AutoService(Family.class)
public final class Probit extends LikelihoodFamily {
  /** The family. */
  public Probit() {
    super(Response.PROBIT);
  }
}
