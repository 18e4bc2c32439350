package careworkforce.common.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights at the edges of the calendar, on machines that keep other time than UTC. */
class CalendarNightsTest {
  private final TimeZone kept = TimeZone.getDefault();
  @TempDir Path folder;

  @AfterEach
  void keepTimeAgain() {
    TimeZone.setDefault(kept);
  }

  /** February of a leap year, and the months in which summer time begins and ends. */
  @Test
  void shouldPutEachFileInItsMonthWhateverTimeTheMachineKeeps() {
    Hospital hospital = new Hospital(folder);
    hospital
        .deliver("beds/BEDS_202002.csv", "a,29", "a,?")
        .deliver("beds/BEDS_202103.csv", "a,31")
        .deliver("beds/BEDS_202110.csv", "a,30")
        .deliver("staff/STAFF_202012.csv", "a,12");
    TimeZone.setDefault(TimeZone.getTimeZone("Europe/London"));
    hospital.refresh();
    TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
    hospital.deliver("beds/BEDS_202103.csv", "a,32").refresh();
    TimeZone.setDefault(kept);

    assertThat(hospital.rows(WardMonths.TABLE))
        .containsExactly(
            "[2020-02-01,a,29,null]",
            "[2020-12-01,a,null,12]",
            "[2021-03-01,a,32,null]",
            "[2021-10-01,a,30,null]");
    hospital.assertLikeARebuild();
  }

  @Tag("slow")
  @Test
  void shouldMindNoClockThatGoesBack() {
    Hospital hospital = new Hospital(folder);
    hospital.deliver("beds/BEDS_202101.csv", "a,1").deliver("staff/STAFF_202101.csv", "a,3");
    hospital.refreshAt("20211031-013000-000", Instant.parse("2021-10-31T01:30:00Z"));
    hospital.deliver("beds/BEDS_202102.csv", "a,2");
    hospital.refreshAt("20211031-013000-001", Instant.parse("2021-10-31T00:30:00Z"));
    assertThat(hospital.refreshAt("20211031-013000-002", Instant.EPOCH)).isEmpty();
    hospital.assertLikeARebuild();
  }
}
