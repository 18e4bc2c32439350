package careworkforce.common.estimate.distributed;

import careworkforce.common.estimate.formula.Piece;
import careworkforce.common.estimate.formula.Specification;
import careworkforce.common.estimate.formula.Term;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Models of the same effects as one: the first model's outcome on everything else that they speak
 * of, so that blocks are made once for all, and summed once where they are linear.
 */
final class JointModel {
  private final List<Specification> models;

  /** Models of the same effects. */
  JointModel(List<Specification> models) {
    this.models = models;
  }

  /** Several linear models of the same effects; empty for any others. */
  static Optional<JointModel> of(String family, List<Specification> models) {
    boolean alike =
        family.equals("gaussian")
            && models.size() > 1
            && models.stream().allMatch(m -> m.effects().equals(models.get(0).effects()));
    return alike ? Optional.of(new JointModel(models)) : Optional.empty();
  }

  /** The one model; what is instrumented or an instrument in the others is a regressor here. */
  Specification specification() {
    Specification first = models.get(0);
    Set<Term> terms = new LinkedHashSet<>();
    models.forEach(model -> regressors(model).forEach(terms::add));
    models.stream()
        .map(Specification::outcome)
        .filter(outcome -> !outcome.equals(first.outcome()))
        .forEach(terms::add);
    return new Specification(
        first.outcome(),
        first.intercept(),
        List.copyOf(terms),
        first.effects(),
        List.of(),
        List.of());
  }

  /**
   * Whether each model uses the rows of the one model: none was left out for what only some speak
   * of.
   *
   * @param reasons for which rows were left out
   */
  boolean sameRows(Set<String> reasons) {
    Set<String> everywhere = new HashSet<>(pieces(models.get(0)));
    Set<String> some = new HashSet<>();
    for (Specification model : models) {
      everywhere.retainAll(pieces(model));
      some.addAll(pieces(model));
    }
    some.removeAll(everywhere);
    return reasons.stream().noneMatch(r -> some.stream().anyMatch(p -> r.endsWith(" in " + p)));
  }

  static Stream<Term> regressors(Specification model) {
    return Stream.of(model.regressors(), model.endogenous(), model.instruments())
        .flatMap(List::stream);
  }

  private static List<String> pieces(Specification model) {
    return Stream.concat(Stream.of(model.outcome()), regressors(model))
        .flatMap(term -> term.pieces().stream())
        .flatMap(JointModel::screened)
        .toList();
  }

  /** What reasons call a piece. */
  private static Stream<String> screened(Piece piece) {
    return piece instanceof Piece.Indicator dummies
        ? Stream.of(dummies.factor(), dummies.by()).filter(Objects::nonNull)
        : Stream.of(piece.text());
  }
}
