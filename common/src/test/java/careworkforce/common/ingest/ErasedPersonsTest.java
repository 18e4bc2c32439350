package careworkforce.common.ingest;

import static org.apache.spark.sql.functions.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careworkforce.common.delta.KeptLakes;
import careworkforce.common.delta.Lake;
import careworkforce.common.maintain.Erasure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A person erased does not come back, whatever is delivered and however often it is read. */
class ErasedPersonsTest {
  private static final String FILE = "people/PEOPLE_202101.csv";
  private static final String STAYS = "9434765919";
  private static final String LEAVES = "9434765870";
  private static final Ingest PEOPLE = new People.Taking(People.Taking.standard());
  private static final KeptLakes LAKES = new KeptLakes();
  private static String pseudonym = "";
  @TempDir Path folder;
  private Desk desk;

  @BeforeEach
  void eraseTheElder() {
    desk = new Desk(folder);
    desk.deliver(FILE, "NHS_Number,Age\n" + STAYS + ",40\n" + LEAVES + ",70\n").begin(PEOPLE);
    LAKES.begin(
        "the elder erased",
        folder.resolve("lake"),
        () -> {
          pseudonym = personAged(70);
          erase(desk.lake, pseudonym);
        });
  }

  private String personAged(int age) {
    return desk.lake
        .read(People.TABLE)
        .filter(People.TABLE.age.col().equalTo(age))
        .select(People.TABLE.person.col())
        .head()
        .getString(0);
  }

  @Test
  void shouldLeaveThePersonOutOfALaterDeliveryOfTheSameMonth() {
    desk.deliver(
        FILE, "NHS_Number,Age\n" + STAYS + ",41\n" + LEAVES + ",71\n" + LEAVES + ",unknown\n");

    assertThat(Desk.counts(desk.run(PEOPLE)))
        .containsExactly("PEOPLE_202101.csv ingested 1 = 1 + 0 + 0");
    assertThat(desk.rows(People.TABLE)).singleElement().asString().contains("41");
    assertThat(desk.lake.exists(Rejects.of(People.TABLE))).isFalse();
  }

  @Test
  void shouldLeaveThePersonOutOfAnotherMonthAndSayHowManyRows() {
    desk.deliver("people/PEOPLE_202102.csv", "NHS_Number,Age\n" + LEAVES + ",70\n");

    assertThat(desk.run(PEOPLE).messages())
        .singleElement()
        .asString()
        .contains("1 rows of erased persons left out");
    assertThat(desk.lake.count(People.TABLE)).isEqualTo(1);
  }

  private void erase(Lake lake, String person) {
    new Erasure(lake, List.of(People.TABLE, FileLedger.TABLE)).erase(person);
  }

  /** The rows of all files whose rows stand, by the ledger. */
  private long accepted() {
    return desk.lake
        .read(FileLedger.TABLE)
        .filter(FileLedger.TABLE.status.col().equalTo(FileLedger.INGESTED))
        .agg(sum(FileLedger.TABLE.accepted.col()))
        .head()
        .getLong(0);
  }

  /** Before the rows are taken away; and between that and the ledger's account of it. */
  @ParameterizedTest
  @CsvSource({"0, false", "0, true", "1, false", "1, true"})
  void shouldTakeInAgainTheFileOfAnErasureThatWasCutOff(int commits, boolean again) {
    desk.deliver("people/PEOPLE_202102.csv", "NHS_Number,Age\n" + STAYS + ",41\n4010232137,80\n")
        .begin("the elder erased", PEOPLE);
    String eldest = personAged(80);
    assertThatThrownBy(() -> erase(mortal(commits), eldest)).hasMessage("killed");
    if (again) {
      erase(desk.lake, eldest);
    }

    desk.run(PEOPLE);
    assertThat(desk.rows(People.TABLE)).hasSize(2).noneMatch(row -> row.contains(eldest));
    assertThat(accepted()).isEqualTo(2);
    assertThat(desk.pending(PEOPLE)).isEmpty();
  }

  @Test
  void shouldEmptyAFileOfNobodyElseWhereTheErasureWasCutOff() {
    String last = personAged(40);
    assertThatThrownBy(() -> erase(mortal(1), last)).hasMessage("killed");

    assertThat(Desk.counts(desk.run(PEOPLE)))
        .containsExactly("PEOPLE_202101.csv ingested 0 = 0 + 0 + 0");
    assertThat(desk.rows(People.TABLE)).isEmpty();
    assertThat(accepted()).isZero();
    assertThat(desk.pending(PEOPLE)).isEmpty();
  }

  /** The lake, for a process that is killed after so many commits. */
  private Lake mortal(int commits) {
    AtomicInteger left = new AtomicInteger(commits);
    return desk.lake.asking(
        () -> {
          if (left.getAndDecrement() <= 0) {
            throw new IllegalStateException("killed");
          }
        });
  }

  @Test
  void shouldNameNobodyInTheListOfThoseErased() throws IOException {
    assertThat(ErasedPersons.of(desk.lake).count()).isEqualTo(1);
    try (Stream<Path> notes = Files.walk(folder.resolve("lake/erased"))) {
      for (Path note : notes.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(note)).doesNotContain(pseudonym).doesNotContain(LEAVES);
      }
    }
  }
}
