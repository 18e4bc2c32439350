package careworkforce.common.ingest;

import careworkforce.common.error.UserError;
import careworkforce.common.fault.StorageFault;
import careworkforce.common.time.Month;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * A file found in a source's folder.
 *
 * @param file whole path
 * @param path below the folder
 * @param bytes its size
 * @param modified its time stamp, milliseconds since 1970
 */
record Delivery(String file, String path, long bytes, long modified) {
  /**
   * The order in which files stand before one another: by name, and of one name packed and not the
   * later delivered after the earlier.
   */
  static final Comparator<Delivery> ORDER =
      Comparator.comparing((Delivery d) -> PeriodOfName.plain(d.path()))
          .thenComparing(Delivery::modified)
          .thenComparing(Delivery::path);

  static final String LOOKING = "look for delivered files";

  /**
   * A delivered file with what its name tells.
   *
   * @param layout index among the ingest's layouts
   */
  record Recognised(Delivery delivery, int layout, Month period) {
    String path() {
      return delivery.path();
    }
  }

  /**
   * The files in a folder and those below it, by path; none if there is no such folder.
   *
   * @throws UserError if it is a file, or may not be read
   */
  static List<Delivery> in(String folder, Configuration hadoop) {
    try {
      Path root = new Path(folder);
      FileSystem files = root.getFileSystem(hadoop);
      List<Delivery> found = new ArrayList<>();
      if (!files.getFileStatus(root).isDirectory()) {
        throw UserError.input(LOOKING, folder + " is a file", "Make it a folder of files");
      }
      String prefix = files.makeQualified(root).toUri().getPath() + "/";
      RemoteIterator<LocatedFileStatus> each = files.listFiles(root, true);
      while (each.hasNext()) {
        LocatedFileStatus status = each.next();
        String path = status.getPath().toUri().getPath().substring(prefix.length());
        if (!hidden(path)) {
          found.add(
              new Delivery(
                  status.getPath().toString(),
                  path,
                  status.getLen(),
                  status.getModificationTime()));
        }
      }
      found.sort(Comparator.comparing(Delivery::path));
      return found;
    } catch (FileNotFoundException e) {
      return List.of();
    } catch (IOException e) {
      throw StorageFault.in(e, LOOKING, folder)
          .map(RuntimeException.class::cast)
          .orElseGet(() -> new UncheckedIOException(e));
    }
  }

  private static boolean hidden(String path) {
    for (String part : path.split("/")) {
      if (part.startsWith(".") || part.startsWith("_")) {
        return true;
      }
    }
    return false;
  }
}
