package careworkforce.common.conf;

import careworkforce.common.error.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;

/** A file that holds a secret: its owner may read and write it, and nobody else (mode 0600). */
public final class PrivateFile {
  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private PrivateFile() {}

  /**
   * Its text, without white space at its ends.
   *
   * @param path on this machine, or with the scheme of a file system that Hadoop reaches
   * @param doing what it is read for, such as "make pseudonyms"
   * @param setting the setting that names it
   * @param hadoop asked for only where it is not on this machine
   * @throws UserError if there is no such file, or if others may use it
   */
  public static String read(
      String path, String doing, String setting, Supplier<Configuration> hadoop) {
    FileTree tree = FileTree.of(path, hadoop);
    try {
      Optional<FileTree.Node> file = tree.at(path).filter(found -> !found.isFolder());
      if (file.isEmpty()) {
        throw UserError.usage(
            doing,
            "there is no key file " + path,
            "Set " + setting + " to the file that holds the key");
      }
      if (!OWNERS.containsAll(file.get().permissions())) {
        throw UserError.usage(
            doing, "others may use the key file " + path, "Run " + tree.chmod() + " 600 " + path);
      }
      return tree.text(file.get()).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** True if nobody but its owner may use it. */
  static boolean isPrivate(Path file) {
    try {
      return OWNERS.containsAll(Files.getPosixFilePermissions(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
