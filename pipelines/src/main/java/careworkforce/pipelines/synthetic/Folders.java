package careworkforce.pipelines.synthetic;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/** Files through Hadoop; on a local disk without checksum files beside those delivered. */
final class Folders {
  private static final int BUFFER = 1 << 16;

  private Folders() {}

  /** The file system of a path. */
  static FileSystem of(Path path, Configuration configuration) throws IOException {
    FileSystem fs = path.getFileSystem(configuration);
    return fs instanceof LocalFileSystem local ? local.getRaw() : fs;
  }

  /**
   * A new file in place of any other. Permissions are left to the system: setting them starts a
   * process for each file where Hadoop's native library is missing.
   */
  static OutputStream create(FileSystem fs, Path file) throws IOException {
    return fs.create(
        file, true, BUFFER, fs.getDefaultReplication(file), fs.getDefaultBlockSize(file), null);
  }
}
