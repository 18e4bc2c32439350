package careworkforce.pipelines.gold.careers.gaps;

import careworkforce.common.estimate.data.Column;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.decompose.Decomposition;
import careworkforce.common.estimate.decompose.OaxacaBlinder;
import careworkforce.common.estimate.decompose.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Twofold Kitagawa-Oaxaca-Blinder decompositions of counted staff at the second group's
 * coefficients, clustered by trust. Staff at a level of a trait at which one of the groups has
 * fewer than five have nobody to be compared with and are left out.
 */
final class GapDecomposition {
  private static final double FEWEST = 5;

  private final Frame cells;
  private final String pair;

  private GapDecomposition(Frame cells, String pair) {
    this.cells = cells;
    this.pair = pair;
  }

  /** Of two levels of a column, the first in alphabetical order less the second. */
  static GapDecomposition of(Frame cells, String pair, String first, String second) {
    Column.Codes codes = cells.column(pair).codes();
    Set<String> wanted = Set.of(first, second);
    Frame both = cells.where(i -> wanted.contains(codes.levels().get(codes.values()[i])));
    return new GapDecomposition(compact(both, pair), pair);
  }

  /** Whether both groups are there. */
  boolean possible() {
    return cells.rows() > 1 && present(cells, pair).size() == 2;
  }

  /** Staff in the decomposition by some traits. */
  long staff(List<String> traits) {
    return Math.round(Arrays.stream(common(traits).numbers(PayCells.STAFF)).sum());
  }

  /** Trusts in it. */
  long trusts(List<String> traits) {
    return present(common(traits), PayCells.TRUST).size();
  }

  /** The model of a decomposition. */
  String formula(List<String> traits) {
    Frame shared = common(traits);
    List<String> terms = new ArrayList<>();
    for (String trait : traits) {
      List<String> levels = present(shared, trait).stream().sorted().toList();
      if (levels.size() > 1) {
        terms.add("i(" + trait + ", ref = \"" + levels.get(0) + "\")");
      }
    }
    return PayCells.LOG_PAY + " ~ " + (terms.isEmpty() ? "1" : String.join(" + ", terms));
  }

  Decomposition by(List<String> traits) {
    return OaxacaBlinder.of(formula(traits), common(traits), pair)
        .estimated(e -> e.weights(PayCells.STAFF).cluster(PayCells.TRUST))
        .twofold(new Reference.Share(0));
  }

  /** The cells at levels of each trait at which both groups have enough staff. */
  private Frame common(List<String> traits) {
    Frame shared = cells;
    boolean changed = true;
    while (changed) {
      int before = shared.rows();
      for (String trait : traits) {
        shared = shared(shared, trait);
      }
      changed = shared.rows() < before;
    }
    for (String trait : traits) {
      shared = compact(shared, trait);
    }
    return shared;
  }

  /** The frame with a column of words whose levels all occur. */
  private static Frame compact(Frame frame, String column) {
    Column.Codes codes = frame.column(column).codes();
    return frame.with(
        column,
        Arrays.stream(codes.values())
            .mapToObj(code -> codes.levels().get(code))
            .toArray(String[]::new));
  }

  private Frame shared(Frame frame, String trait) {
    Column.Codes groups = frame.column(pair).codes();
    Column.Codes levels = frame.column(trait).codes();
    double[] counts = frame.numbers(PayCells.STAFF);
    double[][] staff = new double[levels.levels().size()][groups.levels().size()];
    for (int i = 0; i < counts.length; i++) {
      staff[levels.values()[i]][groups.values()[i]] += counts[i];
    }
    int[] both = Arrays.stream(groups.values()).distinct().toArray();
    return frame.where(
        i -> Arrays.stream(both).allMatch(g -> staff[levels.values()[i]][g] >= FEWEST));
  }

  private static Set<String> present(Frame frame, String column) {
    Column.Codes codes = frame.column(column).codes();
    Set<String> present = new HashSet<>();
    for (int code : codes.values()) {
      present.add(codes.levels().get(code));
    }
    return present;
  }
}
