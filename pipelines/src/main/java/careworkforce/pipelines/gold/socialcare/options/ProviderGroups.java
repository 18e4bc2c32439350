package careworkforce.pipelines.gold.socialcare.options;

import careworkforce.common.estimate.data.Frame;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The sample by type of provider and of local authority, which the first three characters of a
 * district's code tell (ONS): requirement 06.26.
 */
final class ProviderGroups {
  private static final Map<String, String> AUTHORITIES =
      Map.of(
          "E06", "unitary authorities",
          "E07", "non-metropolitan districts",
          "E08", "metropolitan districts",
          "E09", "London boroughs");

  private ProviderGroups() {}

  /** Name to part of the sample, in a fixed order. */
  static Map<String, Frame> of(Frame sample) {
    Map<String, Frame> groups = new LinkedHashMap<>();
    double[] nursing = sample.numbers(OutsideSample.NURSING);
    groups.put("nursing homes", sample.where(i -> nursing[i] == 1));
    groups.put("residential homes", sample.where(i -> nursing[i] == 0));
    List<String> ownership = HomeYears.words(sample, OutsideSample.OWNERSHIP);
    TreeSet<String> kinds = new TreeSet<>(ownership);
    kinds.remove(OutsideSample.UNKNOWN);
    for (String kind : kinds) {
      groups.put("ownership: " + kind, sample.where(i -> ownership.get(i).equals(kind)));
    }
    List<String> districts = HomeYears.words(sample, OutsideSample.LAD);
    for (String type : new TreeSet<>(AUTHORITIES.keySet())) {
      groups.put(AUTHORITIES.get(type), sample.where(i -> districts.get(i).startsWith(type)));
    }
    return groups;
  }
}
