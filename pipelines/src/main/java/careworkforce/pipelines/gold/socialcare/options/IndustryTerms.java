package careworkforce.pipelines.gold.socialcare.options;

import static org.apache.spark.sql.functions.lit;

import careworkforce.common.estimate.data.Frame;
import careworkforce.common.job.Inputs;
import careworkforce.pipelines.silver.exposures.wages.OutsideWageIndex;
import careworkforce.pipelines.silver.exposures.wages.OutsideWageShares;
import careworkforce.pipelines.silver.exposures.wages.OutsideWageShocks;
import careworkforce.pipelines.silver.exposures.wages.OutsideWageTerms;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;

/** The terms of an index in memory: what each industry adds to each area and year. */
final class IndustryTerms {
  private static final OutsideWageShares H = OutsideWageShares.TABLE;
  private static final OutsideWageShocks S = OutsideWageShocks.TABLE;
  private static final OutsideWageIndex I = OutsideWageIndex.TABLE;

  /**
   * What an industry adds.
   *
   * @param region the area's, which pay elsewhere leaves out
   * @param exposure share of the area, times pi over the national share
   * @param wage log pay elsewhere
   */
  record Term(String division, String region, double exposure, double wage) {}

  private final Map<String, List<Term>> terms;

  IndustryTerms(Map<String, List<Term>> terms) {
    this.terms = terms;
  }

  /** Those of a set of industries. */
  static IndustryTerms of(Inputs inputs, String destinations) {
    Map<String, List<Term>> terms = new HashMap<>();
    List<Row> rows =
        OutsideWageTerms.of(inputs.table(H), inputs.table(S))
            .where(I.destinations.col().equalTo(lit(destinations)))
            .select(
                H.ttwa.col(),
                S.year.col(),
                H.division.col(),
                H.exposure.col(),
                S.logWageElsewhere.col(),
                S.region.col())
            .orderBy(H.ttwa.col(), S.year.col(), H.division.col())
            .collectAsList();
    for (Row row : rows) {
      terms
          .computeIfAbsent(key(row.getString(0), row.getInt(1)), k -> new ArrayList<>())
          .add(new Term(row.getString(2), row.getString(5), row.getDouble(3), row.getDouble(4)));
    }
    return new IndustryTerms(terms);
  }

  static String key(String ttwa, double year) {
    return ttwa + " " + (int) year;
  }

  /** Every industry, in order. */
  Collection<String> industries() {
    TreeSet<String> industries = new TreeSet<>();
    terms.values().forEach(list -> list.forEach(term -> industries.add(term.division())));
    return industries;
  }

  /** What an industry adds to the index of each home-year; nought where it is not in. */
  double[] addedBy(String industry, Frame sample) {
    return each(
        sample, term -> term.division().equals(industry) ? term.exposure() * term.wage() : 0);
  }

  /** The exposure of each home-year to an industry. */
  double[] exposureTo(String industry, Frame sample) {
    return each(sample, term -> term.division().equals(industry) ? term.exposure() : 0);
  }

  /** The same less an industry. */
  IndustryTerms without(String industry) {
    Map<String, List<Term>> others = new HashMap<>();
    terms.forEach(
        (areaAndYear, list) ->
            others.put(
                areaAndYear,
                list.stream().filter(term -> !term.division().equals(industry)).toList()));
    return new IndustryTerms(others);
  }

  private double[] each(Frame sample, ToDoubleFunction<Term> of) {
    return ofRows(sample).stream()
        .mapToDouble(terms -> terms.stream().mapToDouble(of).sum())
        .toArray();
  }

  /** The terms of each home-year. */
  List<List<Term>> ofRows(Frame sample) {
    List<String> areas = HomeYears.words(sample, OutsideSample.TTWA);
    double[] years = sample.numbers(OutsideSample.YEAR);
    return IntStream.range(0, years.length)
        .mapToObj(i -> terms.getOrDefault(key(areas.get(i), years[i]), List.of()))
        .toList();
  }
}
