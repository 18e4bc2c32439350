package careworkforce.pipelines.synthetic.area;

import careworkforce.pipelines.synthetic.Resource;
import careworkforce.pipelines.synthetic.WorldSettings;
import java.util.List;

/**
 * A local authority district of England, as in force in 2023 (ONS, Open Government Licence).
 *
 * @param index place in {@link #ALL}
 * @param code ONS code
 * @param council three-digit code of its council with social services responsibilities
 */
public record LocalAuthority(
    int index,
    String code,
    String name,
    String upperTierCode,
    String upperTierName,
    Region region,
    String council) {
  /** Every district of England, by code. */
  public static final List<LocalAuthority> ALL = load();

  /** Synthetic LSOAs in each. */
  public static final int LSOAS = 8;

  private static List<LocalAuthority> load() {
    List<String[]> rows = Resource.rows(LocalAuthority.class, "local_authorities.tsv");
    return java.util.stream.IntStream.range(0, rows.size())
        .mapToObj(i -> of(i, rows.get(i)))
        .toList();
  }

  private static LocalAuthority of(int index, String[] row) {
    return new LocalAuthority(index, row[0], row[1], row[2], row[3], Region.of(row[4]), row[6]);
  }

  /** A synthetic LSOA: valid in form, and outside the range that ONS has given out. */
  public String lsoa(int number) {
    return String.format("E019%05d", index * LSOAS + number);
  }

  /** Residents of working age of its synthetic LSOAs. */
  public int workingAge(WorldSettings world) {
    int residents = 0;
    for (int number = 0; number < LSOAS; number++) {
      residents += DeprivationRow.of(world, this, number).workingAge();
    }
    return residents;
  }

  /** The synthetic MSOA that its LSOAs make up. */
  public String msoa() {
    return String.format("E029%05d", index);
  }
}
