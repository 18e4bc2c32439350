package careworkforce.pipelines.bench.refresh;

import careworkforce.common.ingest.Ingest;
import careworkforce.common.job.Catalogue;
import careworkforce.common.time.Month;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of a world's last month, held back until they arrive. */
final class LastMonth {
  private final Path landing;
  private final Path held;
  private final Catalogue catalogue;
  private final Month month;

  LastMonth(Path world, Catalogue catalogue, Month month) {
    this.landing = world.resolve("landing");
    this.held = world.resolve("held");
    this.catalogue = catalogue;
    this.month = month;
  }

  /** Takes the month's files out of the landing place; how many. */
  int holdBack() {
    int files = 0;
    for (var job : catalogue.jobs()) {
      if (job instanceof Ingest ingest) {
        files += moved(ingest, landing, held);
      }
    }
    return files;
  }

  /** Delivers what was held back. */
  void arrive() {
    for (var job : catalogue.jobs()) {
      if (job instanceof Ingest ingest) {
        moved(ingest, held, landing);
      }
    }
  }

  private int moved(Ingest ingest, Path from, Path to) {
    Path folder = from.resolve(ingest.folder());
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> ofTheMonth =
          files.filter(Files::isRegularFile).filter(f -> isOfTheMonth(ingest, folder, f)).toList();
      for (Path file : ofTheMonth) {
        Path place = to.resolve(from.relativize(file));
        Files.createDirectories(place.getParent());
        Files.move(file, place);
      }
      return ofTheMonth.size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isOfTheMonth(Ingest ingest, Path folder, Path file) {
    String path = folder.relativize(file).toString();
    return ingest.layouts().stream()
        .anyMatch(layout -> layout.period(path).filter(month::equals).isPresent());
  }
}
