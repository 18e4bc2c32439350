package careworkforce.common.ingest;

import careworkforce.common.fault.StorageFault;
import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The bytes of one delivered file, hashed on the way: unpacked if its name ends in {@code .gz}, the
 * text of its layout's sheet if in {@code .xlsx}.
 */
final class FileSource extends FilterInputStream {
  /** In the place of a hash: that of no file. */
  static final String UNREAD = "";

  private static final int BUFFER = 1 << 16;
  private final DigestInputStream delivered;

  private FileSource(InputStream unpacked, DigestInputStream delivered) {
    super(unpacked);
    this.delivered = delivered;
  }

  /**
   * Opens a file.
   *
   * @param recipe tells which sheet of a workbook is read, and how wide it is
   */
  static FileSource open(String path, Recipe recipe, Configuration hadoop) throws IOException {
    Path file = new Path(path);
    FileSystem files = file.getFileSystem(hadoop);
    InputStream raw = files.open(file, BUFFER);
    DigestInputStream delivered = new DigestInputStream(raw, sha256());
    try {
      return new FileSource(
          unpacked(path, recipe, delivered, files.getFileStatus(file).getLen()), delivered);
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  private static InputStream unpacked(String path, Recipe recipe, InputStream delivered, long size)
      throws IOException {
    if (path.endsWith(".xlsx")) {
      return SheetText.open(delivered, recipe.sheets(), recipe.preamble(), recipe.width());
    }
    return path.endsWith(".gz")
        ? new Unpacked(delivered, BUFFER, size)
        : new BufferedInputStream(delivered, BUFFER);
  }

  /**
   * Why a file cannot be opened, if it is to be looked for again and nothing is wrong with its
   * store: this account may not read it, or it went after it had been listed.
   */
  static Optional<Refusal> closed(IOException e) {
    if (StorageFault.isDenied(e)) {
      return Optional.of(new Refusal("this account may not read it", "Give it the right to"));
    }
    return e instanceof FileNotFoundException || e instanceof NoSuchFileException
        ? Optional.of(
            new Refusal(
                "it was there at first and is no longer", "Run again once its delivery has ended"))
        : Optional.empty();
  }

  /** SHA-256 of the whole file as delivered; {@link #UNREAD} if it is {@link #closed}. */
  static String sha256(String path, Configuration hadoop) throws IOException {
    Path file = new Path(path);
    try (InputStream raw = file.getFileSystem(hadoop).open(file, BUFFER)) {
      return rest(new DigestInputStream(raw, sha256()));
    } catch (IOException e) {
      if (closed(e).isPresent()) {
        return UNREAD;
      }
      throw e;
    }
  }

  /** SHA-256 of the file as delivered; reads what is left of it. */
  String sha256OfAll() throws IOException {
    return rest(delivered);
  }

  private static String rest(DigestInputStream in) throws IOException {
    byte[] buffer = new byte[BUFFER];
    while (in.read(buffer) >= 0) {
      continue;
    }
    return HexFormat.of().formatHex(in.getMessageDigest().digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
