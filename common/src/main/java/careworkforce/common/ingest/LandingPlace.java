package careworkforce.common.ingest;

import careworkforce.common.fault.StorageFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** The folder below which files are delivered, one folder a source. */
public final class LandingPlace {
  /** A file that says, by standing there, that what is delivered comes from a synthetic world. */
  public static final String SYNTHETIC = "SYNTHETIC.txt";

  private LandingPlace() {}

  /** True if what is delivered there is said to come from a synthetic world. */
  static boolean isSynthetic(String folder, Configuration hadoop) {
    Path file = new Path(folder + "/" + SYNTHETIC);
    try {
      return file.getFileSystem(hadoop).exists(file);
    } catch (IOException e) {
      throw StorageFault.in(e, Delivery.LOOKING, folder)
          .map(RuntimeException.class::cast)
          .orElseGet(() -> new UncheckedIOException(e));
    }
  }
}
