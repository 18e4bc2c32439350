package careworkforce.common.estimate;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.formula.Specification;
import careworkforce.common.estimate.variance.VarianceSpec;
import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeMap;

/**
 * A kind of model that {@link Estimate} can fit. Found by declaration: annotate the class with
 * {@code @AutoService(Family.class)}.
 */
public interface Family {
  /** Name in calls and on the command line, such as {@code poisson}. */
  String name();

  /** Whether its coefficients can be tested by the wild cluster bootstrap. */
  default boolean bootstraps() {
    return false;
  }

  /** Whether estimated effects bias its slopes, which {@link BiasCorrection} takes off. */
  default boolean correctsBias() {
    return false;
  }

  /**
   * Fits one model.
   *
   * @throws UserError if the data do not allow it, naming the culprit and the remedy
   */
  Fit fit(Specification specification, Frame data, EstimateOptions options);

  /**
   * Fits one model and tells it under several variances, in their order. Rows that lack what one of
   * them needs are used in none.
   *
   * @throws UserError if the data do not allow it
   */
  default List<Fit> fitUnder(
      List<VarianceSpec> variances,
      Specification specification,
      Frame data,
      EstimateOptions options) {
    return options.under(variances).stream().map(each -> fit(specification, data, each)).toList();
  }

  /**
   * Fits several models of the same data, in their order.
   *
   * @throws UserError if the data do not allow one of them
   */
  default List<Fit> fitAll(List<Specification> models, Frame data, EstimateOptions options) {
    return models.stream().map(model -> fit(model, data, options)).toList();
  }

  /**
   * The rows of the data that a fit of the model rests on, ascending.
   *
   * @throws UserError if the data do not allow the model, or if the family cannot tell
   */
  default int[] rows(Specification specification, Frame data, EstimateOptions options) {
    throw UserError.usage(
        "tell the rows that a fit rests on",
        "family " + name() + " tells them by number alone",
        "Read the fit's sample");
  }

  /**
   * The family of a name.
   *
   * @throws UserError if there is none
   */
  static Family named(String name) {
    TreeMap<String, Family> known = new TreeMap<>();
    ServiceLoader.load(Family.class).forEach(family -> known.put(family.name(), family));
    Family family = known.get(name);
    if (family == null) {
      throw UserError.usage(
          "fit family '" + name + "'",
          "there is none of that name",
          "Give one of " + List.copyOf(known.keySet()));
    }
    return family;
  }
}
