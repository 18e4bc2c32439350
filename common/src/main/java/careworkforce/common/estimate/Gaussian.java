package careworkforce.common.estimate;

import careworkforce.common.estimate.data.DesignBuilder;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.formula.Specification;
import careworkforce.common.estimate.linear.LinearEstimator;
import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.List;

/** Linear models. */
@AutoService(Family.class)
public final class Gaussian implements Family {
  @Override
  public String name() {
    return "gaussian";
  }

  @Override
  public boolean bootstraps() {
    return true;
  }

  @Override
  public Fit fit(Specification specification, Frame data, EstimateOptions options) {
    return LinearEstimator.fit(specification, data, options);
  }

  @Override
  public List<Fit> fitAll(List<Specification> models, Frame data, EstimateOptions options) {
    return LinearEstimator.fitAll(models, data, options);
  }

  @Override
  public int[] rows(Specification specification, Frame data, EstimateOptions options) {
    return Arrays.stream(DesignBuilder.build(specification, data, options.forDesign()).rows())
        .sorted()
        .toArray();
  }
}
