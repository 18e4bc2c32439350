package careworkforce.common.delta;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Files of this machine, whose permissions the JDK sets. Without its native library Hadoop starts a
 * {@code chmod} process for every file and keeps a checksum file beside it, which costs a local
 * lake of thousands of small files more than writing their rows; Parquet pages carry checksums of
 * their own.
 */
public final class LocalFiles extends RawLocalFileSystem {

  @Override
  public void setPermission(Path path, FsPermission permission) throws IOException {
    java.nio.file.Path file = pathToFile(path).toPath();
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view == null) {
      super.setPermission(path, permission);
      return;
    }
    try {
      view.setPermissions(posix(permission.toShort()));
    } catch (NoSuchFileException e) {
      throw (IOException) new FileNotFoundException(path + " is not there").initCause(e);
    }
  }

  /** Hadoop starts a {@code readlink} process to find out that most files are no links. */
  @Override
  public FileStatus getFileLinkStatus(Path path) throws IOException {
    java.nio.file.Path file = pathToFile(path).toPath();
    if (!Files.isSymbolicLink(file)) {
      return getFileStatus(path);
    }
    long modified = Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toMillis();
    FileStatus link = new FileStatus(0, false, 0, 0, modified, path);
    link.setSymlink(new Path(Files.readSymbolicLink(file).toString()));
    return link;
  }

  /** The nine bits, the owner's reading first, as Java has them. */
  private static Set<PosixFilePermission> posix(short bits) {
    Set<PosixFilePermission> set = EnumSet.noneOf(PosixFilePermission.class);
    PosixFilePermission[] all = PosixFilePermission.values();
    for (int i = 0; i < all.length; i++) {
      if ((bits >> (all.length - 1 - i) & 1) == 1) {
        set.add(all[i]);
      }
    }
    return set;
  }

  /** The same files by the interface through which Delta writes its log. */
  public static final class Log extends DelegateToFileSystem {

    /** Made by Hadoop. */
    public Log(URI uri, Configuration hadoop) throws IOException, URISyntaxException {
      super(uri, new LocalFiles(), hadoop, "file", false);
    }

    /**
     * Gives a file a name that nothing has, as one step between processes too: Hadoop looks and
     * then renames, and two of them may look before either renames.
     */
    @Override
    public void renameInternal(Path from, Path to) throws IOException {
      java.nio.file.Path source = java.nio.file.Path.of(from.toUri().getPath());
      java.nio.file.Path target = java.nio.file.Path.of(to.toUri().getPath());
      if (Files.isDirectory(source)) {
        super.renameInternal(from, to);
        return;
      }
      try {
        Files.createLink(target, source);
      } catch (java.nio.file.FileAlreadyExistsException e) {
        throw (IOException) new FileAlreadyExistsException(to + " is there").initCause(e);
      } catch (UnsupportedOperationException | java.nio.file.FileSystemException noLinksHere) {
        super.renameInternal(from, to);
        return;
      }
      Files.delete(source);
    }

    /** Puts a file in another's place in one step: Hadoop takes the other away first. */
    @Override
    public void renameInternal(Path from, Path to, boolean overwrite) throws IOException {
      java.nio.file.Path source = java.nio.file.Path.of(from.toUri().getPath());
      java.nio.file.Path target = java.nio.file.Path.of(to.toUri().getPath());
      if (overwrite && Files.isRegularFile(source) && Files.isRegularFile(target)) {
        Files.move(source, target, StandardCopyOption.ATOMIC_MOVE);
      } else {
        super.renameInternal(from, to, overwrite);
      }
    }
  }
}
