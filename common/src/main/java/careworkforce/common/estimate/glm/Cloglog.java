package careworkforce.common.estimate.glm;

import careworkforce.common.estimate.Family;
import com.google.auto.service.AutoService;

/** Binary outcomes with a complementary log-log link, for hazards seen in intervals. */
@AutoService(Family.class)
public final class Cloglog extends LikelihoodFamily {
  /** The family. */
  public Cloglog() {
    super(Response.CLOGLOG);
  }
}
