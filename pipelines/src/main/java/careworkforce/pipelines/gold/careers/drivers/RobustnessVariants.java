package careworkforce.pipelines.gold.careers.drivers;

import careworkforce.common.estimate.data.Frame;
import careworkforce.common.time.Month;
import careworkforce.pipelines.silver.reference.OccupationGroups;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/** The variants of methods 2.10 that apply to career events, made of one frame of cells. */
final class RobustnessVariants {
  private static final double COVID = Math.floorDiv(Month.of(2020, 3).number(), 3);

  /** Quarters by which a policy is put too early in the placebo. */
  private static final int TOO_EARLY = 8;

  private final Frame cells;
  private final List<RobustnessVariant> variants = new ArrayList<>();

  private RobustnessVariants(Frame cells) {
    this.cells = cells;
  }

  /** All of them, the headline first. */
  static List<RobustnessVariant> of(Frame cells) {
    RobustnessVariants all = new RobustnessVariants(cells);
    all.headline();
    all.samples();
    all.placebos();
    all.others();
    return all.variants;
  }

  private void headline() {
    variants.add(
        RobustnessVariant.of(
            "headline",
            "all staff in active service, of moves those at work, all months; of moves of trust those"
                + " of which the house price is known",
            cells));
  }

  private void samples() {
    Map<String, String> regions = new java.util.TreeMap<>();
    String[] region = words(RobustnessCells.REGION);
    for (String name : region) {
      regions.put(name, "without trusts of " + name);
    }
    regions.remove(RobustnessCells.UNKNOWN);
    if (regions.size() > 1) {
      regions.forEach(
          (name, meaning) -> keep("without " + name, meaning, i -> !region[i].equals(name)));
    }
    double[] merged = cells.numbers(RobustnessCells.MERGED);
    keep("no merged trusts", "without trusts that came out of mergers", i -> merged[i] == 0);
    double[] quarter = cells.numbers(RobustnessCells.QUARTER);
    keep("before COVID", "quarters before that of March 2020", i -> quarter[i] < COVID);
    Set<String> always = always();
    String[] trust = words(RobustnessCells.TRUST);
    keep("balanced", "trusts that have staff in every quarter", i -> always.contains(trust[i]));
  }

  private void placebos() {
    String[] group = words(RobustnessCells.GROUP);
    variants.add(
        RobustnessVariant.of(
                "placebo occupation",
                "doctors alone, whom policies on careers across occupations do not reach",
                cells.where(i -> group[i].equals(OccupationGroups.DOCTORS)))
            .onlyPolicy(RobustnessCells.POLICY));
    double[] policy = cells.numbers(RobustnessCells.POLICY);
    double[] quarter = cells.numbers(RobustnessCells.QUARTER);
    Map<String, Double> adopted = new HashMap<>();
    String[] trust = words(RobustnessCells.TRUST);
    for (int i = 0; i < policy.length; i++) {
      if (policy[i] > 0) {
        adopted.merge(trust[i], quarter[i], Math::min);
      }
    }
    double[] early = new double[policy.length];
    boolean[] before = new boolean[policy.length];
    for (int i = 0; i < early.length; i++) {
      double from = adopted.getOrDefault(trust[i], Double.POSITIVE_INFINITY);
      early[i] = quarter[i] >= from - TOO_EARLY ? 1 : 0;
      before[i] = quarter[i] < from;
    }
    Frame dated = cells.with(RobustnessCells.POLICY, early);
    variants.add(
        RobustnessVariant.of(
                "placebo date",
                "the policy two years early, on the quarters before that in which it came into force",
                dated.where(i -> before[i]))
            .onlyPolicy(RobustnessCells.POLICY));
    variants.add(
        RobustnessVariant.of(
                "lead", "whether the policy comes into force in the next twelve months", cells)
            .withRegressor(RobustnessCells.LEAD)
            .onlyPolicy(RobustnessCells.LEAD));
    variants.add(
        RobustnessVariant.of("net of lead", "the policy with that lead held fixed", cells)
            .withRegressor(RobustnessCells.LEAD)
            .onlyPolicy(RobustnessCells.POLICY));
  }

  private void others() {
    double[] equal = new double[cells.rows()];
    double[] persons = cells.numbers(RobustnessCells.PERSONS);
    Map<String, Double> size = new HashMap<>();
    String[] trust = words(RobustnessCells.TRUST);
    for (int i = 0; i < equal.length; i++) {
      size.merge(trust[i], persons[i], Double::sum);
    }
    for (int i = 0; i < equal.length; i++) {
      equal[i] = persons[i] / size.getOrDefault(trust[i], 1.0);
    }
    variants.add(
        RobustnessVariant.of(
                "equal trusts", "each trust weighs the same", cells.with("equal", equal))
            .weighted("equal"));
    variants.add(
        RobustnessVariant.of(
                "prices of the area",
                "house prices of all districts of the trust's travel-to-work area",
                cells)
            .priced(TrustExposures.AREA_PRICE));
    variants.add(
        RobustnessVariant.of(
                "prices near by",
                "house prices of the areas around, which count by exp(-distance / 15 km)",
                cells)
            .priced(TrustExposures.NEAR_PRICE));
    variants.add(
        RobustnessVariant.of(
                "clustered by area", "clusters are travel-to-work areas, not trusts", cells)
            .clustered(TrustExposures.TTWA));
    variants.add(
        RobustnessVariant.of(
                "clustered by district", "clusters are local authority districts", cells)
            .clustered(TrustExposures.LAD));
    variants.add(
        RobustnessVariant.of(
                "clustered by region", "clusters are regions, tested by wild bootstrap", cells)
            .clustered(RobustnessCells.REGION));
  }

  private void keep(String name, String meaning, IntPredicate wanted) {
    variants.add(RobustnessVariant.of(name, meaning, cells.where(wanted)));
  }

  /** Trusts seen in every quarter that any is. */
  private Set<String> always() {
    double[] quarter = cells.numbers(RobustnessCells.QUARTER);
    long quarters = Arrays.stream(quarter).distinct().count();
    Map<String, Set<Double>> seen = new HashMap<>();
    String[] trust = words(RobustnessCells.TRUST);
    for (int i = 0; i < quarter.length; i++) {
      seen.computeIfAbsent(trust[i], t -> new HashSet<>()).add(quarter[i]);
    }
    Set<String> always = new HashSet<>();
    seen.forEach(
        (name, in) -> {
          if (in.size() == quarters) {
            always.add(name);
          }
        });
    return always;
  }

  private String[] words(String column) {
    careworkforce.common.estimate.data.Column.Codes codes = cells.column(column).codes();
    return Arrays.stream(codes.values())
        .mapToObj(code -> code < 0 ? RobustnessCells.UNKNOWN : codes.levels().get(code))
        .toArray(String[]::new);
  }
}
