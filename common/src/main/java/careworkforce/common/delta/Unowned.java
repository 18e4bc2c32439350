package careworkforce.common.delta;

import careworkforce.common.table.Table;
import java.util.List;
import java.util.TreeSet;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/** Data files of a lake that are of no table, such as those of one renamed or moved aside. */
public final class Unowned {
  private Unowned() {}

  /**
   * The folders that hold them, below the lake's root.
   *
   * @param tables those that own the files in their folders
   */
  public static List<String> folders(Lake lake, List<Table> tables) {
    List<String> owned = tables.stream().map(table -> table.folder() + "/").toList();
    String root = new Path(lake.root()).toUri().getPath() + "/";
    TreeSet<String> folders = new TreeSet<>();
    for (FileStatus file : new DataFiles(lake.spark(), lake.root()).parquet()) {
      String path = file.getPath().toUri().getPath().substring(root.length());
      if (owned.stream().noneMatch(path::startsWith)) {
        folders.add(ofTable(path));
      }
    }
    return List.copyOf(folders);
  }

  /** The folder above those of partitions; the file itself if it lies in the root. */
  private static String ofTable(String path) {
    String folder = path.replaceFirst("/[^/]*$", "");
    return folder.replaceFirst("/[^/]*=.*", "");
  }
}
