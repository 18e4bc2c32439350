package careworkforce.pipelines.synthetic.care;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.conf.Settings;
import careworkforce.pipelines.synthetic.WorldSettings;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegistrationsTest {
  /** Homes first register from October 2010 on, over 400 days. */
  @Test
  void shouldNotRegisterAHomeAgainBeforeItsFirstTime() {
    WorldSettings world =
        WorldSettings.of(
            Settings.load(
                List.of(),
                Map.of(
                    "synthetic.from", "\"2010-10\"",
                    "synthetic.to", "\"2013-12\"",
                    "synthetic.traps.reregistration", "1")));
    for (int index = 0; index < 200; index++) {
      List<Registration> all = Registrations.of(world, Employer.of(world, index)).all();
      for (Registration registration : all) {
        LocalDate end = registration.end();
        assertThat(end == null || end.isAfter(registration.start())).as("%s", all).isTrue();
      }
    }
  }
}
