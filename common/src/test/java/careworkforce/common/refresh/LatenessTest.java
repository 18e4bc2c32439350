package careworkforce.common.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careworkforce.common.error.UserError;
import careworkforce.common.job.Manifest;
import careworkforce.common.table.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source of beds that is delivered monthly, and then no more. */
class LatenessTest {
  private static final Instant MARCH = Instant.parse("2021-03-01T05:00:00Z");
  private static final String LATE =
      "bronze.beds is late: its newest file is of 2021-03-01, and one is expected within 45 days";
  @TempDir Path folder;
  private Hospital hospital;

  @BeforeEach
  void takeInTheFileOfMarch() throws IOException {
    hospital = new Hospital(folder).set("gates.late.sources", "[\"bronze.beds within 45 days\"]");
    deliver("beds/BEDS_202102.csv", MARCH);
    deliver("staff/STAFF_202102.csv", MARCH);
    assertThat(refreshAfter(1).orElseThrow().gates()).isEmpty();
  }

  private void deliver(String file, Instant at) throws IOException {
    hospital.deliver(file, "a,10");
    Files.setLastModifiedTime(folder.resolve("landing/" + file), FileTime.from(at));
  }

  private java.util.Optional<Manifest> refreshAfter(int days) {
    return hospital.refreshAt(
        "2021%04d-050000-000".formatted(days), MARCH.plus(days, ChronoUnit.DAYS));
  }

  private String message() {
    return Status.of(hospital.lake).orElseThrow().message();
  }

  @Test
  void shouldTellOfItOnAQuietNightAndGiveNotice() throws IOException {
    Path notices = folder.resolve("notices");
    hospital.set("observe.notify-command", "[\"tee\", \"-a\", \"%s\"]".formatted(notices));
    assertThat(refreshAfter(45)).isEmpty();
    assertThat(message()).doesNotContain("late");
    assertThat(notices).doesNotExist();

    assertThat(refreshAfter(46)).isEmpty();
    assertThat(message()).contains(LATE);
    assertThat(notices).content().contains("\"event\":\"warning\"", LATE);
  }

  @Test
  void shouldGiveNoticeOfItWhereTheNightBeforeWasLeftIncomplete() throws IOException {
    Path notices = folder.resolve("notices");
    Path refused = folder.resolve("landing/staff/STAFF_202103.csv");
    Files.writeString(refused, "Ward;Number\na;11\n");
    assertThat(refreshAfter(10).orElseThrow().outcome()).isEqualTo(Manifest.INCOMPLETE);
    hospital.set("observe.notify-command", "[\"tee\", \"-a\", \"%s\"]".formatted(notices));

    assertThat(refreshAfter(46)).isEmpty();
    assertThat(Status.of(hospital.lake).orElseThrow().state()).isEqualTo(Manifest.INCOMPLETE);
    assertThat(notices).content().contains("\"event\":\"warning\"", LATE);
  }

  @Test
  void shouldTellOfItWhereOtherFilesComeAndNoLongerOnceItIsThere() throws IOException {
    deliver("staff/STAFF_202103.csv", MARCH.plus(50, ChronoUnit.DAYS));
    Manifest night = refreshAfter(50).orElseThrow();
    assertThat(night.outcome()).isEqualTo("done");
    assertThat(night.gates())
        .containsExactly(new Manifest.Gate("bronze.beds", "LATE", Check.Severity.WARN, LATE));

    deliver("beds/BEDS_202103.csv", MARCH.plus(51, ChronoUnit.DAYS));
    assertThat(refreshAfter(51).orElseThrow().gates()).isEmpty();
  }

  @Test
  void shouldSayWhatItCannotRead() {
    for (String wrong : new String[] {"bronze.beds in 45 days", "bronze.bets within 45 days"}) {
      hospital.set("gates.late.sources", "[\"" + wrong + "\"]");
      assertThatThrownBy(() -> refreshAfter(2))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("Cannot read '" + wrong + "' of gates.late.sources");
    }
  }
}
