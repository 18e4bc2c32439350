package careworkforce.common.cli;

import careworkforce.common.conf.FolderModes;
import careworkforce.common.conf.Settings;
import careworkforce.common.error.UserError;
import careworkforce.common.fault.StorageFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.apache.hadoop.fs.FSError;

/**
 * A file on this machine that a command writes for people to take away: there as a whole or not at
 * all, and open no wider than {@code folders.widest}, as is its folder. What is no file, such as
 * {@code /dev/stdout}, is written to as it is.
 */
public final class OutputFile {
  private final Path file;
  private final Path folder;
  private final FolderModes modes;

  /**
   * A file to be written.
   *
   * @param file replaced if it is there; its folder is made if it is not
   */
  public OutputFile(Path file, Settings settings) {
    this.file = file.toAbsolutePath();
    this.folder = this.file.resolveSibling("");
    this.modes = new FolderModes(settings, warning -> {});
  }

  /** How its content is written. */
  interface Content {
    /** Writes it to an empty file beside, in whose place another may be put. */
    void to(Path beside) throws IOException;
  }

  /** Writes a text, in UTF-8. */
  public void write(String text) {
    write(beside -> Files.writeString(beside, text));
  }

  /**
   * Writes the content.
   *
   * @throws UserError if it is a folder, the disk is full, or this account may not write there
   */
  void write(Content content) {
    try {
      if (Files.isDirectory(file)) {
        throw UserError.usage("write " + file, "it is a folder", "Name a file");
      }
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        content.to(file);
        return;
      }
      if (!Files.isDirectory(folder)) { // a link to one is no folder to what makes them
        Files.createDirectories(folder, modes.ofNewFolder());
      }
      Path beside = Files.createTempFile(folder, ".part", "", modes.ofNewFile());
      try {
        Set<PosixFilePermission> narrow = Files.getPosixFilePermissions(beside);
        content.to(beside);
        Files.setPosixFilePermissions(beside, narrow); // of another put in its place
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (Exception | FSError e) { // Spark, in Scala, throws what it does not declare
      throw StorageFault.in(e, "write " + file, folder.toString())
          .map(RuntimeException.class::cast)
          .orElseGet(() -> unchecked(e));
    }
  }

  private static RuntimeException unchecked(Throwable e) {
    if (e instanceof IOException io) {
      return new UncheckedIOException(io);
    }
    return e instanceof RuntimeException known ? known : new IllegalStateException(e);
  }
}
