package careworkforce.common.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careworkforce.common.error.UserError;
import careworkforce.common.maintain.Erasure;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key that was mistaken for the lake's gives nobody another name, and brings nobody back. */
class KeyOfLakeTest {
  private static final String KEY = "pseudonyms.key";
  private static final String OTHER = "fedcba9876543210fedcba9876543210";
  private static final Ingest PEOPLE = new People.Taking(People.Taking.standard());
  @TempDir Path folder;
  private Desk desk;
  private String before = "";

  @BeforeEach
  void takeInOnePerson() {
    desk = new Desk(folder);
    desk.deliver("people/PEOPLE_202101.csv", "NHS_Number,Age\n9434765919,40\n").run(PEOPLE);
    before = pseudonym();
    desk.deliver(KEY, OTHER);
  }

  private String pseudonym() {
    return desk.lake
        .read(People.TABLE)
        .select(People.TABLE.person.col())
        .collectAsList()
        .get(0)
        .getString(0);
  }

  @Test
  void shouldRefuseAnotherKeyBeforeAnythingIsTakenIn() {
    assertThatThrownBy(() -> desk.pending(PEOPLE))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("stand under another key or project")
        .hasMessageContaining("pseudonyms.change-key = true");
    assertThatThrownBy(() -> desk.run(PEOPLE)).isInstanceOf(UserError.class);
    assertThat(pseudonym()).isEqualTo(before);
  }

  @Test
  void shouldGiveEveryPersonAnotherPseudonymWhereThatIsAskedFor() {
    desk.set("pseudonyms.change-key", "true").run(PEOPLE);
    assertThat(pseudonym()).isNotEqualTo(before);
    assertThat(desk.set("pseudonyms.change-key", "false").pending(PEOPLE)).isEmpty();
  }

  @Test
  void shouldNotGiveOthersWhereSomeWereErased() {
    new Erasure(desk.lake, List.of(People.TABLE, FileLedger.TABLE)).erase(before);
    desk.set("pseudonyms.change-key", "true");
    assertThatThrownBy(() -> desk.run(PEOPLE))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("1 erased from it are known under that one alone");
    assertThat(desk.lake.count(People.TABLE)).isZero();
  }
}
