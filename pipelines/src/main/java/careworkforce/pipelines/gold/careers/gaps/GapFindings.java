package careworkforce.pipelines.gold.careers.gaps;

import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.decompose.Decomposition;
import careworkforce.pipelines.gold.Estimable;
import careworkforce.pipelines.gold.Evidence;
import careworkforce.pipelines.gold.Finding;
import careworkforce.pipelines.gold.Question;
import careworkforce.pipelines.gold.careers.gaps.EqualMoveRates.Flow;
import careworkforce.pipelines.gold.careers.gaps.EqualMoveRates.Jackknife;
import careworkforce.pipelines.silver.reference.OccupationGroups;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Row;

/** What is found of the gap between two groups. */
final class GapFindings {
  private static final String WHY =
      "a gap describes; traits and occupation are themselves outcomes of what makes gaps";
  private static final String EQUAL =
      "; only the moves of one year are made equal, and a move brings either group the mean gain of"
          + " both groups' movers";
  private static final String NOW = "staff at work in the last September";
  private static final String BOTH = "staff at work in both of the last two Septembers";
  private static final List<String> GROUPS = List.copyOf(OccupationGroups.LEVEL2.codes());

  private final String by;
  private final String first;
  private final String second;

  GapFindings(String by, String first, String second) {
    this.by = by;
    this.first = first;
    this.second = second;
  }

  List<Finding> all(Frame cells, List<Row> flows) {
    List<Finding> findings = new ArrayList<>();
    if (cells.rows() > 0) {
      GapDecomposition gap = GapDecomposition.of(cells, by, first, second);
      if (gap.possible()) {
        findings.addAll(parts(gap, "unadjusted", List.of()));
        findings.addAll(parts(gap, "without occupation", PayCells.TRAITS));
        List<String> all = new ArrayList<>(PayCells.TRAITS);
        all.addAll(PayCells.OCCUPATION);
        findings.addAll(parts(gap, "with occupation", all));
      }
    }
    findings.addAll(equalRates(rates(flows)));
    return findings;
  }

  private Question question(String outcome, String estimator, String per) {
    return new Question(
        outcome, first + " less " + second + ", " + NOW, estimator, per, "association", WHY);
  }

  private Question ofEqualRates(String outcome, String per) {
    return new Question(
        outcome,
        first + " less " + second + ", " + BOTH,
        "equal move rates",
        per,
        "association",
        WHY + EQUAL);
  }

  private List<Finding> parts(GapDecomposition gap, String estimator, List<String> traits) {
    Decomposition parts = Estimable.orNull(() -> gap.by(traits));
    if (parts == null) {
      return List.of();
    }
    Evidence evidence =
        new Evidence(
            gap.staff(traits), gap.trusts(traits), "cluster:organisation", gap.formula(traits));
    Question question = question("log_hourly_pay", estimator, "log points of hourly pay");
    Map<String, Decomposition.Part> told = new LinkedHashMap<>();
    told.put("gap", parts.whole());
    if (!traits.isEmpty()) {
      told.put("explained", parts.part("explained"));
      told.put("unexplained", parts.part("unexplained A"));
    }
    List<Finding> findings = new ArrayList<>();
    told.forEach(
        (term, part) ->
            findings.add(
                new Finding(question, term, part.total(), evidence)
                    .ofClusters(Objects.requireNonNull(part.scores()))));
    return findings;
  }

  private List<Finding> equalRates(EqualMoveRates rates) {
    if (rates.trusts() < 2 || !rates.ofBoth()) {
      return List.of();
    }
    Evidence evidence =
        new Evidence(
            rates.staff(),
            rates.trusts(),
            "jackknife over trusts",
            "rates of the last year's moves, and gains of its movers, of both groups together");
    Question pay = ofEqualRates("log_hourly_pay", "log points of hourly pay");
    List<Finding> findings = new ArrayList<>();
    Jackknife gap = rates.gap();
    findings.add(
        new Finding(pay, "change of the gap", gap.whole(), evidence).ofClusters(gap.scores()));
    Question share =
        ofEqualRates(
            "change of the share of " + first, "change of the share of the two groups' staff");
    for (String group : GROUPS) {
      Jackknife change = rates.share(GROUPS.indexOf(group));
      if (change.whole().standardError() > 0) {
        findings.add(
            new Finding(share, group, change.whole(), evidence).ofClusters(change.scores()));
      }
    }
    return findings;
  }

  private EqualMoveRates rates(List<Row> rows) {
    Map<String, Integer> trusts = new LinkedHashMap<>();
    List<Flow> flows = new ArrayList<>();
    for (Row row : rows) {
      String group = row.getAs(by);
      if (group.equals(first) || group.equals(second)) {
        int trust = trusts.computeIfAbsent(row.getAs(PayCells.TRUST), t -> trusts.size());
        flows.add(
            new Flow(
                trust,
                group.equals(first),
                GROUPS.indexOf(row.<String>getAs("from")),
                GROUPS.indexOf(row.<String>getAs("to")),
                row.getAs(PayCells.STAFF),
                row.getAs("pay_change")));
      }
    }
    return new EqualMoveRates(flows, trusts.size(), GROUPS.size());
  }
}
