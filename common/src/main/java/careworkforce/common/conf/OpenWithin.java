package careworkforce.common.conf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What stands below a folder and is open wider than it may be, to those whom every folder above it
 * lets in. Links are not followed, and a large tree is looked at in part, in the order of its
 * paths.
 */
final class OpenWithin {
  /** Files and folders looked at; more would be felt at the start of every command. */
  static final int MOST_LOOKED_AT = 20_000;

  private static final int MOST_NAMED = 3;

  private final Path top;
  private final Set<PosixFilePermission> widest;
  private final List<String> found = new ArrayList<>();
  private int left = MOST_LOOKED_AT;

  OpenWithin(Path top, Set<PosixFilePermission> widest) {
    this.top = top;
    this.widest = widest;
  }

  /** The first of them, each with its permissions, and whether there are more. */
  List<String> first() {
    folder(top, EnumSet.allOf(PosixFilePermission.class));
    return found;
  }

  private void folder(Path folder, Set<PosixFilePermission> reaching) {
    try (Stream<Path> entries = Files.list(folder)) {
      Set<PosixFilePermission> within = letIn(Files.getPosixFilePermissions(folder), reaching);
      for (Path entry : entries.sorted().toList()) {
        if (found.size() > MOST_NAMED || left-- <= 0) {
          return;
        }
        look(entry, within);
      }
    } catch (IOException notForThisAccountOrGoneMeanwhile) {
      return;
    }
  }

  private void look(Path entry, Set<PosixFilePermission> reaching) throws IOException {
    PosixFileAttributes of =
        Files.readAttributes(entry, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (of.isSymbolicLink()) {
      return;
    }
    Set<PosixFilePermission> over = EnumSet.copyOf(reaching);
    over.retainAll(of.permissions());
    over.removeAll(widest);
    if (!over.isEmpty()) {
      String permissions = PosixFilePermissions.toString(of.permissions());
      found.add(
          found.size() < MOST_NAMED
              ? "%s (%s)".formatted(top.relativize(entry), permissions)
              : "others");
    }
    if (of.isDirectory()) {
      folder(entry, reaching);
    }
  }

  /** The permissions of those classes, of owner, group and others, that a folder lets pass. */
  private static Set<PosixFilePermission> letIn(
      Set<PosixFilePermission> folder, Set<PosixFilePermission> reaching) {
    Set<PosixFilePermission> within = EnumSet.noneOf(PosixFilePermission.class);
    for (PosixFilePermission each : reaching) {
      String ofWhom = each.name().substring(0, each.name().indexOf('_'));
      if (folder.contains(PosixFilePermission.valueOf(ofWhom + "_EXECUTE"))) {
        within.add(each);
      }
    }
    return within;
  }
}
