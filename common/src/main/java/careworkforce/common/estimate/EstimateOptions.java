package careworkforce.common.estimate;

import careworkforce.common.estimate.absorb.AbsorbOptions;
import careworkforce.common.estimate.data.DesignOptions;
import careworkforce.common.estimate.variance.SmallSample;
import careworkforce.common.estimate.variance.VarianceSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a model is to be fitted, whatever its family.
 *
 * @param weights column of analytic weights, or null
 * @param offset column of the offset, or null
 * @param variance wanted variance matrix
 * @param beside variances under which the same model is fitted too: rows that lack what one of them
 *     needs are not used
 * @param smallSample convention of its factors
 * @param dropSingletons whether rows alone in an absorbed level go
 * @param unit panel unit for lags, or null
 * @param time panel time for lags, or null
 * @param level of confidence intervals
 * @param liml whether instrumented models use limited-information maximum likelihood instead of
 *     2SLS
 * @param bootstrapDraws draws of the wild cluster bootstrap, 0 for none
 * @param bootstrapWeights rademacher or webb
 * @param bootstrapNull value of each slope that the bootstrap tests
 * @param bootstrapSlopes slopes that the bootstrap tests; all if empty
 * @param seed of anything drawn
 * @param biasCorrection of binary models with absorbed effects
 * @param design what the caller says the estimate is: causal or association
 * @param absorb how effects are solved for
 * @param collapsing whether rows that differ in the outcome only are collapsed first
 */
public record EstimateOptions(
    @Nullable String weights,
    @Nullable String offset,
    VarianceSpec variance,
    List<VarianceSpec> beside,
    SmallSample smallSample,
    boolean dropSingletons,
    @Nullable String unit,
    @Nullable String time,
    double level,
    boolean liml,
    int bootstrapDraws,
    String bootstrapWeights,
    double bootstrapNull,
    List<String> bootstrapSlopes,
    long seed,
    BiasCorrection biasCorrection,
    String design,
    AbsorbOptions absorb,
    Collapsing collapsing) {

  /** What these options need from the data. */
  public DesignOptions forDesign() {
    List<String> clusters = columns(VarianceSpec::clusterColumns);
    List<String> numbers = columns(VarianceSpec::numberColumns);
    if (biasCorrection == BiasCorrection.JACKKNIFE && time != null && !numbers.contains(time)) {
      numbers.add(time);
    }
    return new DesignOptions(weights, offset, clusters, numbers, dropSingletons, unit, time);
  }

  private List<String> columns(Function<VarianceSpec, List<String>> of) {
    return new ArrayList<>(
        variances().flatMap(spec -> of.apply(spec).stream()).distinct().toList());
  }

  /** The variance and those beside it. */
  public Stream<VarianceSpec> variances() {
    return Stream.concat(Stream.of(variance), beside.stream());
  }

  /** These options for each of some variances, the others beside it. */
  public List<EstimateOptions> under(List<VarianceSpec> variances) {
    return variances.stream().map(chosen -> under(chosen, variances)).toList();
  }

  private EstimateOptions under(VarianceSpec chosen, List<VarianceSpec> all) {
    return new EstimateOptions(
        weights,
        offset,
        chosen,
        all,
        smallSample,
        dropSingletons,
        unit,
        time,
        level,
        liml,
        bootstrapDraws,
        bootstrapWeights,
        bootstrapNull,
        bootstrapSlopes,
        seed,
        biasCorrection,
        design,
        absorb,
        collapsing);
  }
}
