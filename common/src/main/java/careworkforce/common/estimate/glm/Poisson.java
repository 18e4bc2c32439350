package careworkforce.common.estimate.glm;

import careworkforce.common.estimate.EstimateOptions;
import careworkforce.common.estimate.Family;
import careworkforce.common.estimate.data.Design;
import careworkforce.common.estimate.data.DesignBuilder;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.formula.Specification;
import com.google.auto.service.AutoService;
import java.util.Arrays;

/** Poisson pseudo-maximum likelihood with a log link; separated rows are dropped as in ppmlhdfe. */
@AutoService(Family.class)
public final class Poisson extends LikelihoodFamily {
  /** The family. */
  public Poisson() {
    super(Response.POISSON);
  }

  @Override
  public int[] rows(Specification specification, Frame data, EstimateOptions options) {
    Design given = DesignBuilder.build(specification, data, options.forDesign());
    return Arrays.stream(
            new SeparatedRows(Response.POISSON, specification.text(), options)
                .without(given)
                .rows())
        .sorted()
        .toArray();
  }
}
