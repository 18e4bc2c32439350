package careworkforce.pipelines.gold.careers.drivers;

import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Column;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.glm.Cloglog;
import careworkforce.pipelines.gold.FewClusters;
import careworkforce.pipelines.silver.careers.CareerRiskCells;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Hazards of career events on counted person-months: {@code event ~ traits + leave + sickness +
 * policies + house price | trust + month + occupation group}, counts as weights (methods 2.5). A
 * level of a trait in which the event hardly happens is put to the reference; a policy under which
 * it hardly happens is left out.
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

  private static final String HAPPENS = "happens";
  private static final int EVENTS_A_TERM = 10;

  private final Frame cells;
  private final List<String> policies;

  HazardModel(Frame cells, List<String> policies) {
    this.cells = cells;
    this.policies = policies;
  }

  /** Columns of the data that the model uses. */
  static List<String> columns(List<String> policies) {
    List<String> columns = new ArrayList<>();
    CELLS.fields().forEach(field -> columns.add(field.name()));
    columns.add(TrustExposures.TTWA);
    columns.add(TrustExposures.HOUSE_PRICE);
    policies.forEach(name -> columns.add(TrustExposures.POLICY + name));
    return columns;
  }

  /** Kinds of event that happen, in alphabetical order. */
  List<String> events() {
    return cells.rows() == 0
        ? List.of()
        : cells.column(CELLS.event.name()).codes().levels().stream()
            .filter(event -> !event.equals(CareerRiskCells.NONE))
            .sorted()
            .toList();
  }

  long personMonths() {
    return Math.round(Arrays.stream(cells.numbers(CELLS.persons.name())).sum());
  }

  /** Whether any trust's house price is known. */
  boolean priced() {
    return Arrays.stream(cells.numbers(TrustExposures.HOUSE_PRICE)).anyMatch(Double::isFinite);
  }

  /** Whether an event happens ten times as often as the model has terms (Peduzzi et al. 1996). */
  boolean told(String event) {
    double events = 0;
    double[] persons = cells.numbers(CELLS.persons.name());
    double[] happens = happens(event);
    for (int i = 0; i < happens.length; i++) {
      events += happens[i] * persons[i];
    }
    return events >= EVENTS_A_TERM * terms(with(event)).size();
  }

  /** The hazard of an event as complementary log-log. */
  Fit hazard(String event, String cluster) {
    Frame data = with(event);
    return Estimate.of(new Cloglog(), formula(data), data)
        .weights(CELLS.persons.name())
        .cluster(cluster)
        .fit();
  }

  /** The hazard of an event as a linear probability. */
  Fit linear(String event, String cluster) {
    Frame data = with(event);
    return FewClusters.fit(
        Estimate.ols(formula(data), data).weights(CELLS.persons.name()), cluster);
  }

  /** The cells with the event, levels of traits in which it hardly happens put to the reference. */
  private Frame with(String event) {
    double[] happens = happens(event);
    double[] persons = cells.numbers(CELLS.persons.name());
    Frame frame = cells.with(HAPPENS, happens);
    for (String[] trait : TRAITS) {
      RareLevels levels = RareLevels.of(cells.column(trait[0]).codes(), happens, persons);
      frame = frame.with(trait[0], levels.merged(trait[1]));
    }
    return frame;
  }

  private double[] happens(String event) {
    Column.Codes codes = cells.column(CELLS.event.name()).codes();
    double[] happens = new double[cells.rows()];
    for (int i = 0; i < happens.length; i++) {
      happens[i] = codes.levels().get(codes.values()[i]).equals(event) ? 1 : 0;
    }
    return happens;
  }

  private List<String> terms(Frame data) {
    List<String> terms = new ArrayList<>();
    for (String[] trait : TRAITS) {
      List<String> levels = data.column(trait[0]).codes().levels();
      String reference = levels.contains(trait[1]) ? trait[1] : levels.get(0);
      if (levels.size() > 1) {
        terms.add("i(" + trait[0] + ", ref = \"" + reference + "\")");
      }
    }
    for (String policy : policies) {
      Column.Codes inForce = data.column(TrustExposures.POLICY + policy).codes();
      if (RareLevels.of(inForce, data.numbers(HAPPENS), data.numbers(CELLS.persons.name()))
          .allFrequent()) {
        terms.add(TrustExposures.POLICY + policy);
      }
    }
    if (priced()) {
      terms.add(TrustExposures.HOUSE_PRICE);
    }
    return terms;
  }

  private String formula(Frame data) {
    List<String> terms = terms(data);
    return HAPPENS
        + " ~ "
        + (terms.isEmpty() ? "1" : String.join(" + ", terms))
        + " | "
        + String.join(" + ", CELLS.organisation.name(), CELLS.month.name(), CELLS.level2.name());
  }
}
