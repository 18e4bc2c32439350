package careworkforce.pipelines.synthetic.area;

import java.util.List;

/**
 * A synthetic travel-to-work area: districts of one region. Its code is valid in form and outside
 * the range of ONS.
 *
 * @param index 0, 1, …; areas go round the regions
 * @param districts never empty
 */
public record Area(int index, Region region, List<LocalAuthority> districts) {

  /** One of a number of areas; the districts of a region are dealt out to its areas in turn. */
  public static Area of(int index, int areas) {
    Region region = Region.values()[index % Region.values().length];
    List<LocalAuthority> all =
        LocalAuthority.ALL.stream().filter(d -> d.region() == region).toList();
    int inRegion = (areas - 1 - region.ordinal()) / Region.values().length + 1;
    int place = index / Region.values().length;
    List<LocalAuthority> mine =
        java.util.stream.IntStream.range(0, all.size())
            .filter(i -> i % inRegion == place)
            .mapToObj(all::get)
            .toList();
    return new Area(index, region, mine.isEmpty() ? List.of(all.get(place % all.size())) : mine);
  }

  /** Code. */
  public String code() {
    return String.format("E309%05d", index + 1);
  }

  /** Name, which says that it is synthetic. */
  public String name() {
    return "Synthetic area " + (index + 1) + ", " + region.label();
  }
}
