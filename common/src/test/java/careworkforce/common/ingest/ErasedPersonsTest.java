package careworkforce.common.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.maintain.Erasure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person erased does not come back, whatever is delivered and however often it is read. */
class ErasedPersonsTest {
  private static final String FILE = "people/PEOPLE_202101.csv";
  private static final String STAYS = "9434765919";
  private static final String LEAVES = "9434765870";
  private static final Ingest PEOPLE = new People.Taking(People.Taking.standard());
  @TempDir Path folder;
  private Desk desk;
  private String pseudonym = "";

  @BeforeEach
  void eraseTheElder() {
    desk = new Desk(folder);
    desk.deliver(FILE, "NHS_Number,Age\n" + STAYS + ",40\n" + LEAVES + ",70\n").run(PEOPLE);
    pseudonym =
        desk.lake
            .read(People.TABLE)
            .filter(People.TABLE.age.col().equalTo(70))
            .select(People.TABLE.person.col())
            .head()
            .getString(0);
    new Erasure(desk.lake, List.of(People.TABLE, FileLedger.TABLE)).erase(pseudonym);
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
