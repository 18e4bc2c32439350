package careworkforce.common.conf;

import java.io.IOException;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What stands below a folder and is open wider than it may be, to those whom every folder above it
 * lets in. Links are not followed, and a large tree is looked at in part, in the order of its
 * paths.
 */
final class OpenWithin {
  /** Files and folders looked at; more would be felt at the start of every command. */
  static final int MOST_LOOKED_AT = 20_000;

  private static final int MOST_NAMED = 3;

  private final FileTree tree;
  private final FileTree.Node top;
  private final Set<PosixFilePermission> widest;
  private final List<String> found = new ArrayList<>();
  private int left = MOST_LOOKED_AT;

  OpenWithin(FileTree tree, FileTree.Node top, Set<PosixFilePermission> widest) {
    this.tree = tree;
    this.top = top;
    this.widest = widest;
  }

  /** The first of them, each with its permissions, and whether there are more. */
  List<String> first() {
    folder(top, EnumSet.allOf(PosixFilePermission.class));
    return found;
  }

  private void folder(FileTree.Node folder, Set<PosixFilePermission> reaching) {
    Set<PosixFilePermission> within = letIn(folder.permissions(), reaching);
    try {
      for (FileTree.Node entry : tree.in(folder)) {
        if (found.size() > MOST_NAMED || left-- <= 0) {
          return;
        }
        look(entry, within);
      }
    } catch (IOException notForThisAccountOrGoneMeanwhile) {
      return;
    }
  }

  private void look(FileTree.Node entry, Set<PosixFilePermission> reaching) {
    Set<PosixFilePermission> over = EnumSet.copyOf(reaching);
    over.retainAll(entry.permissions());
    over.removeAll(widest);
    if (!over.isEmpty()) {
      String permissions = PosixFilePermissions.toString(entry.permissions());
      String path = entry.path().substring(top.path().length() + 1);
      found.add(found.size() < MOST_NAMED ? path + " (" + permissions + ")" : "others");
    }
    if (entry.isFolder()) {
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
