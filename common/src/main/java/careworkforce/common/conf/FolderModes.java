package careworkforce.common.conf;

import careworkforce.common.error.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Whether folders of data, and what stands in them, are open wider than configured. A folder that
 * is closed closes all below it. Folders of this machine and of HDFS are looked at; an object store
 * has rules of its own.
 */
public final class FolderModes {
  private static final Setting<String> WIDEST =
      Setting.text("folders.widest", "Permissions that a folder may have, such as rwxr-x---");
  private static final Setting<String> SEVERITY =
      Setting.text("folders.severity", "OFF, WARN or FAIL");

  /** File systems that keep permissions as POSIX has them. */
  private static final Pattern OF_HDFS = Pattern.compile("^(hdfs|viewfs|s?webhdfs):");

  /**
   * Files and folders looked at where a folder open too wide is no failure: more would be felt at
   * the start of every command.
   */
  private static final int MOST_LOOKED_AT = 20_000;

  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rwx------");

  private final Set<PosixFilePermission> widest;
  private final Severity severity;
  private final Consumer<String> warn;
  private final Settings settings;
  private final int mostLookedAt;

  /** What a folder that is open too wide leads to. */
  private enum Severity {
    OFF,
    WARN,
    FAIL
  }

  /**
   * As configured.
   *
   * @param warn told where a folder is open too wide, and that is no failure
   */
  public FolderModes(Settings settings, Consumer<String> warn) {
    this(settings, warn, MOST_LOOKED_AT);
  }

  FolderModes(Settings settings, Consumer<String> warn, int mostLookedAt) {
    this.warn = warn;
    this.settings = settings;
    this.mostLookedAt = mostLookedAt;
    this.widest = widest(settings);
    try {
      severity = Severity.valueOf(settings.value(SEVERITY));
    } catch (IllegalArgumentException e) {
      throw wrong();
    }
  }

  private static Set<PosixFilePermission> widest(Settings settings) {
    try {
      return PosixFilePermissions.fromString(settings.value(WIDEST));
    } catch (IllegalArgumentException e) {
      throw wrong();
    }
  }

  private static UserError wrong() {
    return UserError.usage(
        "check the folders' permissions",
        "folders.widest or folders.severity is not what it may be",
        "Give nine characters such as rwxr-x---, and OFF, WARN or FAIL");
  }

  /**
   * The mask by which Hadoop makes folders and files, so that none is made that would be complained
   * of: three octal digits of what neither the group nor others may. The owner may all.
   */
  static String umask(Settings settings) {
    Set<PosixFilePermission> taken = EnumSet.complementOf(EnumSet.copyOf(OWNER));
    taken.removeAll(widest(settings));
    return "0%02o".formatted(bits(taken));
  }

  /** With which a folder is made on this machine, so that it is not complained of. */
  public FileAttribute<Set<PosixFilePermission>> ofNewFolder() {
    return PosixFilePermissions.asFileAttribute(widest);
  }

  /** With which a file is. */
  public FileAttribute<Set<PosixFilePermission>> ofNewFile() {
    return PosixFilePermissions.asFileAttribute(
        widest.stream().filter(p -> !p.name().endsWith("EXECUTE")).collect(Collectors.toSet()));
  }

  /**
   * Looks at a folder that Spark reads or writes, and what stands in it: of a name without a
   * scheme, the one in the file system that is the default of Hadoop.
   *
   * @param what its name to people, such as "the lake"
   * @throws UserError if it is open wider than configured, and that is a failure
   */
  public void checkReached(String what, String folder) {
    if (severity == Severity.OFF || folder.contains(":")) {
      check(what, folder);
      return;
    }
    Configuration hadoop = Sessions.hadoop(settings);
    Path path = new Path(folder);
    try {
      boolean isHere = "file".equals(FileSystem.getDefaultUri(hadoop).getScheme());
      check(what, isHere ? folder : path.getFileSystem(hadoop).makeQualified(path).toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Looks at a folder and what stands in it, without a scheme on this machine; one that is not
   * there, in an object store, or where nothing answers, passes.
   *
   * @param what its name to people, such as "the lake"
   * @throws UserError if it is open wider than configured, and that is a failure
   */
  public void check(String what, String folder) {
    if (severity == Severity.OFF || !hasPermissions(folder)) {
      return;
    }
    FileTree tree = FileTree.of(folder, () -> Sessions.hadoop(settings));
    try {
      Optional<FileTree.Node> top = tree.at(folder).filter(FileTree.Node::isFolder);
      if (top.isPresent()) {
        check(what + " " + folder, top.get(), tree);
      }
    } catch (SocketException | SocketTimeoutException whoReadsThereWillTell) {
      return;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean hasPermissions(String folder) {
    return FileTree.isHere(folder) || OF_HDFS.matcher(folder).find();
  }

  private void check(String what, FileTree.Node top, FileTree tree) {
    Set<PosixFilePermission> over = EnumSet.noneOf(PosixFilePermission.class);
    over.addAll(top.permissions());
    over.removeAll(widest);
    if (!over.isEmpty()) {
      complain(
          what,
          "its permissions are " + PosixFilePermissions.toString(top.permissions()) + ",",
          "Run %s %s %s".formatted(tree.chmod(), octal(top.permissions(), over), top.path()));
      return;
    }
    int most = severity == Severity.FAIL ? Integer.MAX_VALUE : mostLookedAt;
    OpenWithin looking = new OpenWithin(tree, top, widest, most);
    List<String> within = looking.first();
    if (looking.isCut()) {
      warn.accept(
          "Of what stands in %s, %d files and folders were looked at for their permissions; set"
                  .formatted(what, most)
              + " folders.severity to FAIL to have all looked at, or to OFF.");
    }
    if (!within.isEmpty()) {
      complain(
          what,
          "in it, the permissions of " + String.join(", ", within) + " are",
          "Run %s -R %s %s".formatted(tree.chmod(), taking(), top.path()));
    }
  }

  private void complain(String what, String found, String remedy) {
    String because = found + " wider than folders.widest, " + PosixFilePermissions.toString(widest);
    UserError error = UserError.usage("use " + what, because, remedy);
    if (severity == Severity.FAIL) {
      throw error;
    }
    warn.accept("Warning: " + what + ": " + because + ". " + remedy + ".");
  }

  /** What nobody may have, as chmod takes it away, such as {@code g-w,o-rwx}. */
  private String taking() {
    Map<String, String> letters = new TreeMap<>();
    for (PosixFilePermission each : PosixFilePermission.values()) {
      String[] name = each.name().toLowerCase(Locale.ROOT).split("_", 2);
      if (!widest.contains(each)) {
        String who = name[0].equals("owner") ? "u" : name[0].substring(0, 1);
        letters.merge(
            who, name[1].equals("execute") ? "x" : name[1].substring(0, 1), String::concat);
      }
    }
    return letters.entrySet().stream()
        .map(e -> e.getKey() + "-" + e.getValue())
        .collect(Collectors.joining(","));
  }

  /** What is open and may be, as chmod takes it. */
  private static String octal(Set<PosixFilePermission> open, Set<PosixFilePermission> over) {
    Set<PosixFilePermission> left = EnumSet.copyOf(open);
    left.removeAll(over);
    return Integer.toOctalString(bits(left));
  }

  private static int bits(Set<PosixFilePermission> permissions) {
    int bits = 0;
    for (PosixFilePermission each : PosixFilePermission.values()) {
      bits = bits << 1 | (permissions.contains(each) ? 1 : 0);
    }
    return bits;
  }
}
