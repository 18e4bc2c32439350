package careworkforce.common.estimate.glm;

import careworkforce.common.estimate.Family;
import com.google.auto.service.AutoService;

/** Binary outcomes with a logit link. */
@AutoService(Family.class)
public final class Logit extends LikelihoodFamily {
  /** The family. */
  public Logit() {
    super(Response.LOGIT);
  }
}
