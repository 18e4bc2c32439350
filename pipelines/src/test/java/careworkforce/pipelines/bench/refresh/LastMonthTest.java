package careworkforce.pipelines.bench.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.job.Catalogue;
import careworkforce.common.time.Month;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastMonthTest {
  @TempDir Path world;

  private List<String> landed() throws IOException {
    try (Stream<Path> files = Files.walk(world.resolve("landing"))) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> world.resolve("landing").relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void shouldHoldBackTheFilesOfTheMonthAndDeliverThemWhereTheyWere() throws IOException {
    List<String> files =
        List.of(
            "ascwds_worker/20191231/worker.csv",
            "hes_ae/HES_AE_201911.csv",
            "hes_ae/HES_AE_201912.csv",
            "readme.txt");
    for (String file : files) {
      Path at = world.resolve("landing").resolve(file);
      Files.createDirectories(at.getParent());
      Files.writeString(at, file);
    }
    LastMonth last = new LastMonth(world, Catalogue.declared(), Month.of(2019, 12));
    assertThat(last.holdBack()).isEqualTo(2);
    assertThat(landed()).containsExactly(files.get(1), files.get(3));
    last.arrive();
    assertThat(landed()).containsExactlyElementsOf(files);
    assertThat(world.resolve("landing").resolve(files.get(2))).hasContent(files.get(2));
  }
}
