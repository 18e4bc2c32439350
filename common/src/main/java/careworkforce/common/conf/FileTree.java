package careworkforce.common.conf;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.security.AccessControlException;

/**
 * Files and folders that are open to their owner, to a group and to others: those of this machine,
 * and those of the file systems that Hadoop reaches.
 */
interface FileTree {

  /**
   * A file or folder.
   *
   * @param path whole, as a person names it
   */
  record Node(String path, boolean isFolder, Set<PosixFilePermission> permissions) {}

  /**
   * The tree in which a path stands; one without a scheme stands on this machine.
   *
   * @param hadoop asked for only where it does not
   */
  static FileTree of(String path, Supplier<Configuration> hadoop) {
    return isHere(path) ? new Here() : new Elsewhere(hadoop.get());
  }

  /** True if a path stands on this machine, as far as it tells. */
  static boolean isHere(String path) {
    return !path.contains(":") || path.startsWith("file:");
  }

  /** What stands at a path; empty if nothing does that this account may see. */
  Optional<Node> at(String path) throws IOException;

  /** What stands in a folder, by path; links are left out. */
  List<Node> in(Node folder) throws IOException;

  /** A file's text. */
  String text(Node file) throws IOException;

  /** The command by which permissions are changed. */
  String chmod();

  /** This machine. */
  record Here() implements FileTree {
    @Override
    public Optional<Node> at(String path) throws IOException {
      try {
        Path file = Path.of(new org.apache.hadoop.fs.Path(path).toUri().getPath());
        return Optional.of(node(file, Files.readAttributes(file, PosixFileAttributes.class)));
      } catch (FileSystemException notThereOrNotForThisAccount) {
        return Optional.empty();
      }
    }

    @Override
    public List<Node> in(Node folder) throws IOException {
      List<Node> nodes = new ArrayList<>();
      try (Stream<Path> entries = Files.list(Path.of(folder.path()))) {
        for (Path entry : entries.sorted().toList()) {
          PosixFileAttributes attributes =
              Files.readAttributes(entry, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
          if (!attributes.isSymbolicLink()) {
            nodes.add(node(entry, attributes));
          }
        }
      }
      return nodes;
    }

    private static Node node(Path file, PosixFileAttributes attributes) {
      return new Node(file.toString(), attributes.isDirectory(), attributes.permissions());
    }

    @Override
    public String text(Node file) throws IOException {
      return Files.readString(Path.of(file.path()));
    }

    @Override
    public String chmod() {
      return "chmod";
    }
  }

  /** Where Hadoop reaches. */
  record Elsewhere(Configuration hadoop) implements FileTree {
    private static final int NINE_BITS = 0777;

    private FileSystem files(String path) throws IOException {
      return new org.apache.hadoop.fs.Path(path).getFileSystem(hadoop);
    }

    @Override
    public Optional<Node> at(String path) throws IOException {
      try {
        return Optional.of(node(files(path).getFileStatus(new org.apache.hadoop.fs.Path(path))));
      } catch (FileNotFoundException | AccessControlException e) {
        return Optional.empty();
      }
    }

    @Override
    public List<Node> in(Node folder) throws IOException {
      FileStatus[] statuses =
          files(folder.path()).listStatus(new org.apache.hadoop.fs.Path(folder.path()));
      return Arrays.stream(statuses)
          .filter(status -> !status.isSymlink())
          .map(Elsewhere::node)
          .sorted(Comparator.comparing(Node::path))
          .toList();
    }

    private static Node node(FileStatus status) {
      short bits = (short) (status.getPermission().toShort() & NINE_BITS);
      return new Node(
          status.getPath().toString(),
          status.isDirectory(),
          PosixFilePermissions.fromString(FsPermission.createImmutable(bits).toString()));
    }

    @Override
    public String text(Node file) throws IOException {
      org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(file.path());
      try (FSDataInputStream in = path.getFileSystem(hadoop).open(path)) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }

    @Override
    public String chmod() {
      return "hdfs dfs -chmod";
    }
  }
}
