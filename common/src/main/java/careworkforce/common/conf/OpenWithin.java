package careworkforce.common.conf;

import java.io.IOException;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What stands below a folder and is open wider than it may be, to those whom every folder above it
 * lets in. Links are not followed. Folders come before what stands in them, so that where not all
 * is looked at, it is the files of the last folders that are not.
 */
final class OpenWithin {
  private static final int MOST_NAMED = 3;

  private final FileTree tree;
  private final FileTree.Node top;
  private final Set<PosixFilePermission> widest;
  private final Deque<Reached> folders = new ArrayDeque<>();
  private final List<String> found = new ArrayList<>();
  private int left;
  private boolean cut;

  /**
   * A folder, and whom those above it let in.
   *
   * @param reaching the permissions that count for what it is itself
   */
  private record Reached(FileTree.Node folder, Set<PosixFilePermission> reaching) {}

  /**
   * Within a folder.
   *
   * @param most so many files and folders are looked at and no more
   */
  OpenWithin(FileTree tree, FileTree.Node top, Set<PosixFilePermission> widest, int most) {
    this.tree = tree;
    this.top = top;
    this.widest = widest;
    this.left = most;
  }

  /** The first of them, each with its permissions, and whether there are more. */
  List<String> first() {
    folders.add(new Reached(top, EnumSet.allOf(PosixFilePermission.class)));
    while (!folders.isEmpty() && !cut && found.size() <= MOST_NAMED) {
      Reached next = folders.remove();
      Set<PosixFilePermission> within = letIn(next.folder().permissions(), next.reaching());
      if (!widest.containsAll(within)) {
        lookInto(next.folder(), within);
      }
    }
    return found;
  }

  /** True if there was more than could be looked at. */
  boolean isCut() {
    return cut;
  }

  private void lookInto(FileTree.Node folder, Set<PosixFilePermission> within) {
    try {
      for (FileTree.Node entry : tree.in(folder)) {
        cut = left-- <= 0;
        if (cut || found.size() > MOST_NAMED) {
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
      folders.add(new Reached(entry, reaching));
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
