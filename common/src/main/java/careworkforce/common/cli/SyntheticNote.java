package careworkforce.common.cli;

import careworkforce.common.conf.Settings;
import careworkforce.common.ingest.LandingPlace;
import careworkforce.common.report.SvgFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * That the rows of a file are synthetic, beside the file, which as CSV or Parquet has no place for
 * it: {@code effects.csv.SYNTHETIC.txt} of {@code effects.csv}.
 */
record SyntheticNote(Path file) {
  private Path note() {
    return file.resolveSibling(file.getFileName() + "." + LandingPlace.SYNTHETIC);
  }

  /** True if it stands beside the file, or one of all that stands in the folder. */
  boolean isThere() {
    return Files.exists(file)
        && (Files.exists(note()) || Files.exists(file.resolveSibling(LandingPlace.SYNTHETIC)));
  }

  /**
   * Puts it beside a file that was written, or takes it away where it is not true now; what is no
   * file, such as {@code /dev/stdout}, has none.
   */
  void write(boolean synthetic, Settings settings) {
    if (synthetic && Files.isRegularFile(file)) {
      new OutputFile(note(), settings).write(SvgFile.SYNTHETIC + "\n");
      return;
    }
    try {
      Files.deleteIfExists(note());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
