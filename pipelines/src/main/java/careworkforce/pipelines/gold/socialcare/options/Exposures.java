package careworkforce.pipelines.gold.socialcare.options;

import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.shiftshare.Shares;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Shares of home-years in industries by year, or in industries by year and region.
 *
 * @param shares home-years as locations, industries by year, and region if told apart, as sectors
 * @param wages the shock of each sector: log pay elsewhere; of several regions its mean over
 *     home-years
 * @param industry code of each sector's industry, the cluster of shocks
 * @param year code of each sector's year
 */
@SuppressWarnings("ArrayRecordComponent") // made once, never compared
record Exposures(Shares shares, double[] wages, int[] industry, int[] year) {

  /** An industry and year, and the region that pay elsewhere leaves out; blank for all together. */
  private record Sector(String division, double year, String region) {}

  /** Those of a sample, industries by year. */
  static Exposures of(Frame sample, IndustryTerms terms) {
    return of(sample, terms, false);
  }

  /**
   * Those of a sample, industries by year and region: pay elsewhere is not the same from region to
   * region, and the index is the sum of shares times these wages.
   */
  static Exposures byRegion(Frame sample, IndustryTerms terms) {
    return of(sample, terms, true);
  }

  private static Exposures of(Frame sample, IndustryTerms terms, boolean byRegion) {
    List<List<IndustryTerms.Term>> rows = terms.ofRows(sample);
    double[] years = sample.numbers(OutsideSample.YEAR);
    List<Sector> sectors = sectors(rows, years, byRegion);
    Map<Sector, Integer> numbers = new HashMap<>();
    sectors.forEach(sector -> numbers.put(sector, numbers.size()));
    int entries = rows.stream().mapToInt(List::size).sum();
    int[] location = new int[entries];
    int[] sector = new int[entries];
    double[] share = new double[entries];
    double[] wages = new double[sectors.size()];
    double[] counted = new double[sectors.size()];
    int next = 0;
    for (int i = 0; i < years.length; i++) {
      for (IndustryTerms.Term term : rows.get(i)) {
        int s = numbers.getOrDefault(sector(term, years[i], byRegion), -1);
        location[next] = i;
        sector[next] = s;
        share[next++] = term.exposure();
        wages[s] += term.wage();
        counted[s]++;
      }
    }
    for (int s = 0; s < wages.length; s++) {
      wages[s] /= counted[s];
    }
    return new Exposures(
        new Shares(years.length, wages.length, location, sector, share),
        wages,
        codes(sectors.stream().map(Sector::division).toList()),
        codes(sectors.stream().map(Sector::year).toList()));
  }

  private static Sector sector(IndustryTerms.Term term, double year, boolean byRegion) {
    return new Sector(term.division(), year, byRegion ? term.region() : "");
  }

  private static List<Sector> sectors(
      List<List<IndustryTerms.Term>> rows, double[] years, boolean byRegion) {
    Map<Sector, Boolean> all = new HashMap<>();
    for (int i = 0; i < years.length; i++) {
      for (IndustryTerms.Term term : rows.get(i)) {
        all.put(sector(term, years[i], byRegion), true);
      }
    }
    List<Sector> sorted = new ArrayList<>(all.keySet());
    sorted.sort(
        Comparator.comparing(Sector::division)
            .thenComparing(Sector::year)
            .thenComparing(Sector::region));
    return sorted;
  }

  private static int[] codes(List<?> of) {
    List<?> distinct = of.stream().distinct().sorted().toList();
    return of.stream().mapToInt(distinct::indexOf).toArray();
  }
}
