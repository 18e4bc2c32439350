package careworkforce.pipelines.gold.careers.drivers;

import careworkforce.pipelines.silver.careers.CareerRiskCells;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Hazards of career events on counted person-months: {@code event ~ traits + leave + sickness +
 * policies + house price | trust + month + occupation group}, counts as weights (methods 2.5). A
 * level of a trait in which the event hardly happens is put to the reference; a policy under which
 * it hardly happens is left out. All of that is decided on counts, so that it does not matter where
 * the cells are.
 */
final class HazardModel {
  /** Events whose hazard by house prices is asked for (IFS: between trusts, and out). */
  static final List<String> BY_HOUSE_PRICE = List.of(CareerRiskCells.TRUST, CareerRiskCells.LEFT);

  private static final CareerRiskCells CELLS = CareerRiskCells.TABLE;

  /** Each trait with the level that others are compared with. */
  private static final String[][] TRAITS = {
    {CELLS.ageBand.name(), "30-44"},
    {CELLS.sex.name(), "Male"},
    {CELLS.ethnicity.name(), "white"},
    {CELLS.nationality.name(), "british"},
    {CELLS.tenure.name(), "1-4"},
    {CELLS.parenthood.name(), "none"},
    {CELLS.sickness.name(), "none"},
  };

  private static final long EVENTS_A_PARAMETER = 10;

  private final HazardCounts counts;
  private final List<String> policies;

  /** Models by counts of {@link #counted} columns. */
  HazardModel(HazardCounts counts, List<String> policies) {
    this.counts = counts;
    this.policies = policies;
  }

  /** Columns by whose levels the models are decided on. */
  static List<String> counted(List<String> policies) {
    return Stream.concat(
            Stream.of(TRAITS).map(trait -> trait[0]),
            policies.stream().map(name -> TrustExposures.POLICY + name))
        .toList();
  }

  /** Columns of the data that the models use. */
  static List<String> columns(List<String> policies) {
    List<String> columns = new ArrayList<>();
    CELLS.fields().forEach(field -> columns.add(field.name()));
    columns.add(TrustExposures.TTWA);
    columns.add(TrustExposures.HOUSE_PRICE);
    policies.forEach(name -> columns.add(TrustExposures.POLICY + name));
    return columns;
  }

  /**
   * The hazards that can be told, by event: those of events that happen ten times as often as the
   * model has parameters beside its effects, a trait one for each level that is compared (Peduzzi
   * et al. 1996).
   */
  List<Hazard> hazards() {
    List<Hazard> hazards = new ArrayList<>();
    for (String event : counts.events()) {
      Map<String, MergedLevels> traits = traits(event);
      List<String> others = others(event);
      List<String> terms = new ArrayList<>(terms(traits));
      terms.addAll(others);
      if (counts.happens(event) >= EVENTS_A_PARAMETER * (parameters(traits) + others.size())) {
        hazards.add(new Hazard(event, drivers(terms), traits));
      }
    }
    return hazards;
  }

  private Map<String, MergedLevels> traits(String event) {
    Map<String, MergedLevels> traits = new LinkedHashMap<>();
    for (String[] trait : TRAITS) {
      traits.put(trait[0], counts.levels(trait[0], event).merged(trait[1]));
    }
    return traits;
  }

  private static int parameters(Map<String, MergedLevels> traits) {
    return traits.values().stream().mapToInt(MergedLevels::parameters).sum();
  }

  private static List<String> terms(Map<String, MergedLevels> traits) {
    return traits.entrySet().stream()
        .filter(trait -> trait.getValue().several())
        .map(trait -> trait.getValue().term(trait.getKey()))
        .toList();
  }

  /** Policies and the house price: numbers, of one parameter each. */
  private List<String> others(String event) {
    List<String> terms = new ArrayList<>();
    for (String policy : policies) {
      if (counts.levels(TrustExposures.POLICY + policy, event).allFrequent()) {
        terms.add(TrustExposures.POLICY + policy);
      }
    }
    if (counts.priced()) {
      terms.add(TrustExposures.HOUSE_PRICE);
    }
    return terms;
  }

  private static String drivers(List<String> terms) {
    return (terms.isEmpty() ? "1" : String.join(" + ", terms))
        + " | "
        + String.join(" + ", CELLS.organisation.name(), CELLS.month.name(), CELLS.level2.name());
  }
}
