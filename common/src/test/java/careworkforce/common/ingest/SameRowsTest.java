package careworkforce.common.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rows of a table do not depend on tasks, the order of files, or the number of sittings. */
class SameRowsTest {
  @TempDir Path folder;
  private final Ingest homes = Homes.Taking.standard();

  private static String month(int month) {
    StringBuilder content = new StringBuilder(Homes.HEADER);
    for (int i = 0; i < 50; i++) {
      content.append(
          "h%d,%d,%d.%02d,01/0%d/2011,%s\n"
              .formatted(i, i * month, month, i, 1 + i % 9, i % 7 == 0 ? "?" : "N"));
    }
    return content
        .append("h1,")
        .append(month)
        .append(",")
        .append(month)
        .append(".01,01/02/2011,N\n")
        .toString();
  }

  private List<List<String>> told(String name, int tasks, int... sittings) {
    Desk desk = new Desk(folder.resolve(name), tasks);
    int month = 1;
    for (int until : sittings) {
      for (int m = until; m >= month; m--) {
        desk.deliver("homes/HOMES_20150" + m + ".csv", month(m));
      }
      month = until + 1;
      desk.run(homes);
    }
    return List.of(desk.rows(Homes.TABLE), desk.rows(Rejects.of(Homes.TABLE)));
  }

  @Test
  void shouldNotDependOnTasksOrSittings() {
    List<List<String>> one = told("one", 1, 6);

    assertThat(one.get(0)).hasSize(6 * 42);
    assertThat(told("two", 2, 6)).isEqualTo(one);
    assertThat(told("seven", 7, 2, 6)).isEqualTo(one);
  }
}
