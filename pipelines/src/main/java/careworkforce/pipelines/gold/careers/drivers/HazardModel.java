package careworkforce.pipelines.gold.careers.drivers;

import careworkforce.pipelines.silver.careers.CareerRiskCells;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Hazards of career events on counted person-months: {@code event ~ traits + leave + sickness +
 * policies | trust + month + occupation group}, counts as weights (methods 2.5). The house price of
 * the trust's district stands in the one hazard of moves of trust and of leaving, which are then of
 * the cells whose price is known; moves between occupation groups have a further hazard with it, on
 * those cells, and every event one with the price of the travel-to-work area in its place, of which
 * the price alone is told. A level of a trait in which the event hardly happens is put to the
 * reference; a policy under which it hardly happens is left out. All of that is decided on counts
 * of the cells that the hazard is of, so that it does not matter where these are.
 */
final class HazardModel {
  /** House prices that stand in hazards: of the trust's district, of its travel-to-work area. */
  static final List<String> PRICES = List.of(TrustExposures.HOUSE_PRICE, TrustExposures.AREA_PRICE);

  /** Events with the price in their one hazard (IFS: between trusts, and out). */
  private static final List<String> BY_HOUSE_PRICE =
      List.of(CareerRiskCells.TRUST, CareerRiskCells.LEFT);

  private static final String NO_PRICE = "";

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
    columns.addAll(PRICES);
    policies.forEach(name -> columns.add(TrustExposures.POLICY + name));
    return columns;
  }

  /**
   * The hazards that can be told, by event: those of events that happen ten times as often as the
   * model has parameters beside its effects, a trait one for each level that is compared (Peduzzi
   * et al. 1996).
   */
  List<Hazard> hazards() {
    boolean priced = counts.priced(TrustExposures.HOUSE_PRICE).rows() > 0;
    List<Hazard> hazards = new ArrayList<>();
    for (String event : counts.events()) {
      if (priced && BY_HOUSE_PRICE.contains(event)) {
        add(hazards, event, TrustExposures.HOUSE_PRICE, false);
      } else {
        add(hazards, event, NO_PRICE, false);
        add(hazards, event, TrustExposures.HOUSE_PRICE, true);
      }
      add(hazards, event, TrustExposures.AREA_PRICE, true);
    }
    return hazards;
  }

  private void add(List<Hazard> hazards, String event, String price, boolean alone) {
    HazardCounts of = price.equals(NO_PRICE) ? counts : counts.priced(price);
    Map<String, MergedLevels> traits = traits(of, event);
    List<String> others = others(of, event, price);
    List<String> terms = new ArrayList<>(terms(traits));
    terms.addAll(others);
    if (of.happens(event) >= EVENTS_A_PARAMETER * (parameters(traits) + others.size())) {
      hazards.add(new Hazard(event, drivers(terms), traits, price, alone));
    }
  }

  private static Map<String, MergedLevels> traits(HazardCounts of, String event) {
    Map<String, MergedLevels> traits = new LinkedHashMap<>();
    for (String[] trait : TRAITS) {
      traits.put(trait[0], of.levels(trait[0], event).merged(trait[1]));
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
  private List<String> others(HazardCounts of, String event, String price) {
    List<String> terms = new ArrayList<>();
    for (String policy : policies) {
      if (of.levels(TrustExposures.POLICY + policy, event).allFrequent()) {
        terms.add(TrustExposures.POLICY + policy);
      }
    }
    if (!price.equals(NO_PRICE)) {
      terms.add(price);
    }
    return terms;
  }

  private static String drivers(List<String> terms) {
    return (terms.isEmpty() ? "1" : String.join(" + ", terms))
        + " | "
        + String.join(" + ", CELLS.organisation.name(), CELLS.month.name(), CELLS.level2.name());
  }
}
