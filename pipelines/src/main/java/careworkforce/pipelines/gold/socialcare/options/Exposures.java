package careworkforce.pipelines.gold.socialcare.options;

import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.shiftshare.Shares;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Shares of home-years in industries by year.
 *
 * @param shares home-years as locations, industries by year as sectors
 * @param wages the shock of each sector: log pay elsewhere, its mean over home-years
 * @param industry code of each sector's industry, the cluster of shocks
 * @param year code of each sector's year
 */
@SuppressWarnings("ArrayRecordComponent") // made once, never compared
record Exposures(Shares shares, double[] wages, int[] industry, int[] year) {

  private record Sector(String division, double year) {}

  /** Those of a sample. */
  static Exposures of(Frame sample, IndustryTerms terms) {
    List<List<IndustryTerms.Term>> rows = terms.ofRows(sample);
    double[] years = sample.numbers(OutsideSample.YEAR);
    List<Sector> sectors = sectors(rows, years);
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
        int s = numbers.getOrDefault(new Sector(term.division(), years[i]), -1);
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

  private static List<Sector> sectors(List<List<IndustryTerms.Term>> rows, double[] years) {
    Map<Sector, Boolean> all = new HashMap<>();
    for (int i = 0; i < years.length; i++) {
      for (IndustryTerms.Term term : rows.get(i)) {
        all.put(new Sector(term.division(), years[i]), true);
      }
    }
    List<Sector> sorted = new ArrayList<>(all.keySet());
    sorted.sort(Comparator.comparing(Sector::division).thenComparing(Sector::year));
    return sorted;
  }

  private static int[] codes(List<?> of) {
    List<?> distinct = of.stream().distinct().sorted().toList();
    return of.stream().mapToInt(distinct::indexOf).toArray();
  }
}
