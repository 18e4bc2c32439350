package careworkforce.common.conf;

import careworkforce.common.error.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** A file that holds a secret: its owner may read and write it, and nobody else (mode 0600). */
public final class PrivateFile {
  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private PrivateFile() {}

  /**
   * Its text, without white space at its ends.
   *
   * @param doing what it is read for, such as "make pseudonyms"
   * @param setting the setting that names it
   * @throws UserError if there is no such file, or if others may use it
   */
  public static String read(Path file, String doing, String setting) {
    if (!Files.isRegularFile(file)) {
      throw UserError.usage(
          doing,
          "there is no key file " + file,
          "Set " + setting + " to the file that holds the key");
    }
    if (!isPrivate(file)) {
      throw UserError.usage(doing, "others may use the key file " + file, "Run chmod 600 " + file);
    }
    try {
      return Files.readString(file).strip();
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
