package careworkforce.common.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careworkforce.common.error.UserError;
import careworkforce.common.fault.FaultyFiles;
import careworkforce.common.job.Manifest;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store that stutters, a folder that is not ours, a file cut short. */
class FaultyFilesTest {
  private static final String MARCH = "beds/BEDS_202103.csv";
  @TempDir Path folder;
  private Hospital hospital;

  @BeforeEach
  void refreshOnce() {
    hospital = Hospital.onFaultyFiles(folder);
    hospital.deliver("beds/BEDS_202101.csv", "a,10", "b,20");
    hospital.deliver("staff/STAFF_202101.csv", "a,3").begin();
  }

  @AfterEach
  void heal() {
    FaultyFiles.heal();
  }

  /** The first reads and writes of a refresh time out, each a few times. */
  private static AtomicInteger timeOut(String where, int times) {
    AtomicInteger left = new AtomicInteger(times);
    FaultyFiles.let(
        new FaultyFiles.Fault() {
          @Override
          public void reading(org.apache.hadoop.fs.Path file, long position) throws IOException {
            writing(file, 0);
          }

          @Override
          public void writing(org.apache.hadoop.fs.Path file, long bytes) throws IOException {
            if (file.toString().contains(where) && left.getAndDecrement() > 0) {
              throw new SocketTimeoutException("Read timed out");
            }
          }
        });
    return left;
  }

  @Test
  void shouldTryAgainWhatMayPassAndEndAsIfNothingHadBeen() {
    assertTriesAgain("/silver/ward_months/period=");
  }

  @Tag("slow")
  @ParameterizedTest
  @ValueSource(strings = {MARCH, "/bronze/beds/period", "/meta/file_ledger/_delta_log"})
  void shouldTryAgainWhereverItFailed(String where) {
    assertTriesAgain(where);
  }

  private void assertTriesAgain(String where) {
    hospital.deliver(MARCH, "a,12", "b,?");
    AtomicInteger left = timeOut(where, 2);
    assertThat(hospital.refresh().orElseThrow().outcome()).isEqualTo("done");
    assertThat(left.get()).isNegative();
    hospital.assertLikeARebuild();
  }

  @Tag("slow")
  @Test
  void shouldGiveUpAfterSoManyAttemptsAndKeepWhatStood() {
    hospital.deliver(MARCH, "a,12").set("retry.attempts", "2");
    Outcomes outcomes = Outcomes.of(hospital);
    timeOut("/silver/ward_months/period=", Integer.MAX_VALUE);
    assertThatThrownBy(hospital::refresh)
        .isInstanceOf(UserError.class)
        .hasMessageContaining(
            "Cannot make silver.ward_months: a store or the network does not answer:"
                + " SocketTimeoutException: Read timed out.");
    FaultyFiles.heal();
    assertThat(outcomes.assertNoHalfState()).isEqualTo("failed");
    assertThat(hospital.rows(WardMonths.TABLE))
        .isEqualTo(outcomes.before().get(WardMonths.TABLE.fullName()));
  }

  @Test
  void shouldKeepEveryTableWhereAFolderCannotBeWritten() {
    hospital.deliver(MARCH, "a,12");
    Outcomes outcomes = Outcomes.of(hospital);
    FaultyFiles.let(
        new FaultyFiles.Fault() {
          @Override
          public void writing(org.apache.hadoop.fs.Path file, long bytes) throws IOException {
            if (file.toString().contains("/gold/study_totals/")) {
              throw new AccessDeniedException(file.toString());
            }
          }
        });
    assertThatThrownBy(hospital::refresh)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("Cannot make gold.study_totals")
        .hasMessageContaining("/gold/study_totals");
    assertThat(hospital.rows(WardMonths.TABLE))
        .isEqualTo(outcomes.before().get(WardMonths.TABLE.fullName()));
    FaultyFiles.heal();
    hospital.refresh();
    outcomes.assertCompleted();
  }

  @Test
  void shouldTakeInTheRestOfWhatIsDeliveredWhereAFileMayNotBeRead() throws IOException {
    hospital.deliver(MARCH, "a,12").deliver("beds/BEDS_202104.csv", "a,13");
    Path january = folder.resolve("landing/beds/BEDS_202101.csv");
    Files.setLastModifiedTime(january, FileTime.fromMillis(0));
    denyReading(MARCH, "beds/BEDS_202101.csv");

    Manifest.Entry beds = hospital.refresh().orElseThrow().jobs().get(0);
    assertThat(beds.messages())
        .containsExactly(
            "Cannot take beds/BEDS_202101.csv into bronze.beds: this account may not read it; the"
                + " 2 rows of 2021-01 stay. Give it the right to.",
            "Cannot take beds/BEDS_202103.csv into bronze.beds: this account may not read it. Give"
                + " it the right to.");
    assertThat(hospital.rows(WardMonths.TABLE))
        .containsExactly("[2021-01-01,a,10,3]", "[2021-01-01,b,20,null]", "[2021-04-01,a,13,null]");

    FaultyFiles.heal();
    hospital.refresh();
    hospital.assertLikeARebuild();
    assertThat(hospital.refresh()).isEmpty();
  }

  private static void denyReading(String... names) {
    failReading(AccessDeniedException::new, names);
  }

  private static void failReading(Function<String, IOException> error, String... names) {
    FaultyFiles.let(
        new FaultyFiles.Fault() {
          @Override
          public void reading(org.apache.hadoop.fs.Path file, long position) throws IOException {
            if (Arrays.stream(names).anyMatch(file.toString()::endsWith)) {
              throw error.apply(file.toString());
            }
          }
        });
  }

  @Test
  void shouldTakeInTheRestOfWhatIsDeliveredWhereAFileGoesOnceItWasListed() {
    hospital.deliver(MARCH, "a,12").deliver("beds/BEDS_202104.csv", "a,13");
    failReading(FileNotFoundException::new, MARCH);

    assertThat(hospital.refresh().orElseThrow().jobs().get(0).messages())
        .containsExactly(
            "Cannot take beds/BEDS_202103.csv into bronze.beds: it was there at first and is no"
                + " longer. Run again once its delivery has ended.");
    assertThat(hospital.rows(WardMonths.TABLE)).contains("[2021-04-01,a,13,null]");
    FaultyFiles.heal();
    hospital.withdraw(MARCH);
    assertThat(hospital.refresh()).isEmpty();
    hospital.assertLikeARebuild();
  }

  @Test
  void shouldTakeInNothingOfAFileThatGoesBeforeItIsReadAgain() {
    hospital.deliver(MARCH, "a,12");
    AtomicInteger readings = new AtomicInteger();
    FaultyFiles.let(
        new FaultyFiles.Fault() {
          @Override
          public void reading(org.apache.hadoop.fs.Path file, long position) throws IOException {
            boolean again = file.toString().endsWith(MARCH) && position == 0;
            if (again && readings.incrementAndGet() > 1) {
              throw new FileNotFoundException(file.toString());
            }
          }
        });

    Manifest manifest = hospital.refresh().orElseThrow();
    assertThat(manifest.outcome()).isEqualTo("incomplete");
    assertThat(manifest.jobs().get(0).messages())
        .singleElement()
        .asString()
        .contains("Cannot take in BEDS_202103.csv: it changed while it was read");
    FaultyFiles.heal();
    hospital.refresh();
    hospital.assertLikeARebuild();
  }

  /** The file loses its second half while it is read for the given time. */
  @Test
  void shouldTakeInNothingOfAFileCutShortWhileItIsReadAgain() {
    assertNothingIsTakenInIfCutShort(2);
  }

  @Tag("slow")
  @Test
  void shouldTakeInNothingOfAFileCutShortWhileItIsFirstRead() {
    assertNothingIsTakenInIfCutShort(1);
  }

  private void assertNothingIsTakenInIfCutShort(int reading) {
    StringBuilder wards = new StringBuilder(Wards.HEADER);
    for (int i = 0; i < 2_000; i++) {
      wards.append("ward ".repeat(20)).append(i).append(",").append(i % 90).append('\n');
    }
    hospital.deliverText(MARCH, wards.toString());
    cutShort(reading, 70_000);

    Manifest manifest = hospital.refresh().orElseThrow();
    assertThat(manifest.outcome()).isEqualTo("incomplete");
    assertThat(manifest.jobs().get(0).messages())
        .singleElement()
        .asString()
        .contains("it changed while it was read");
    assertThat(hospital.rows(Wards.BEDS)).hasSize(2);
    FaultyFiles.heal();
    hospital.refresh();
    hospital.assertLikeARebuild();
  }

  private void cutShort(int reading, long length) {
    AtomicInteger readings = new AtomicInteger();
    FaultyFiles.let(
        new FaultyFiles.Fault() {
          @Override
          public void reading(org.apache.hadoop.fs.Path file, long position) throws IOException {
            if (!file.toString().endsWith(MARCH)) {
              return;
            }
            if (position == 0) {
              readings.incrementAndGet();
            } else if (position > length && readings.get() == reading) {
              try (var whole =
                  Files.newByteChannel(
                      folder.resolve("landing").resolve(MARCH),
                      java.nio.file.StandardOpenOption.WRITE)) {
                whole.truncate(length);
              }
            }
          }
        });
  }
}
