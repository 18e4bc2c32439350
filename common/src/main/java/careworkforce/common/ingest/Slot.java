package careworkforce.common.ingest;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The files delivered for one period. The last of them stands for it; if it is refused, the one
 * before, unless it is its own earlier content whose rows stand.
 *
 * @param files in {@link Delivery#ORDER}
 */
record Slot(List<Delivery.Recognised> files, Known known) {

  /**
   * The file to be read; empty if the one that stands for the period was.
   *
   * @param refused paths of files that were read just now and refused
   */
  Optional<Delivery.Recognised> toRead(Set<String> refused) {
    int at = standing(refused);
    return at < 0 || refused.contains(files.get(at).path()) || known.stands(files.get(at))
        ? Optional.empty()
        : Optional.of(files.get(at));
  }

  /** The files that another stands before, not yet said so. */
  List<Delivery.Recognised> toSupersede(Set<String> refused) {
    return files.subList(0, Math.max(0, standing(refused))).stream()
        .filter(file -> !known.atAll(file))
        .toList();
  }

  /** Why no row is taken of files that were read earlier and no other stands before, in words. */
  List<String> outside() {
    return files.subList(Math.max(0, standing(Set.of())), files.size()).stream()
        .filter(known::stands)
        .flatMap(file -> known.outside(file).stream())
        .toList();
  }

  /** The place of the file that stands for the period; -1 if all were refused. */
  private int standing(Set<String> refused) {
    int at = files.size() - 1;
    while (at >= 0 && isPassedOver(files.get(at), refused)) {
      at--;
    }
    return at;
  }

  private boolean isPassedOver(Delivery.Recognised file, Set<String> refused) {
    return (refused.contains(file.path()) || known.isRefused(file)) && !known.rowsStandOf(file);
  }
}
