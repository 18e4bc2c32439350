package careworkforce.pipelines.gold.socialcare;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.panels.AscEstablishments;
import careworkforce.pipelines.silver.panels.CareHomeLocations;
import java.util.HashSet;
import java.util.Set;

/** What establishments report of the homes that they run, each home one location. */
public final class Reports {
  private static final AscEstablishments E = AscEstablishments.TABLE;
  private static final CareHomeLocations L = CareHomeLocations.TABLE;
  private final TestRows establishments = TestRows.of(E).each(E.stale, false);
  private final TestRows locations = TestRows.of(L);
  private final Set<String> homes = new HashSet<>();

  /** An establishment reports in a month that it runs a home. */
  public Reports of(String establishment, String home, String month) {
    establishments.row(
        E.establishmentId, establishment, E.month, month, E.locationId, "at " + home);
    if (homes.add(home)) {
      locations.row(L.locationId, "at " + home, L.homeId, home);
    }
    return this;
  }

  /** The inputs with these reports. */
  public FakeInputs with(FakeInputs inputs) {
    return inputs.with(E, establishments.dataset()).with(L, locations.dataset());
  }
}
