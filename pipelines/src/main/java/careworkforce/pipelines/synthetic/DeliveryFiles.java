package careworkforce.pipelines.synthetic;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** The files that a story's facts go to, numbered; and last the file of its tallies. */
final class DeliveryFiles implements Serializable {
  private static final long serialVersionUID = 1L;

  /** One file, with the writer and month that make its header and lines. */
  record File(String path, SourceWriter<?> writer, int month) implements Serializable {}

  /** A writer with the number of its file in each month; -1 for none. */
  @SuppressWarnings("ArrayRecordComponent") // looked up, never compared
  record Slot(SourceWriter<?> writer, int from, int[] files) implements Serializable {
    int file(int month) {
      int t = month - from;
      return t < 0 || t >= files.length ? -1 : files[t];
    }
  }

  private final ArrayList<File> files = new ArrayList<>();
  private final HashMap<Class<?>, List<Slot>> slots = new HashMap<>();

  private DeliveryFiles() {}

  /** The files of a story, from every writer there is. */
  static DeliveryFiles of(WorldSettings world, Story story) {
    DeliveryFiles all = new DeliveryFiles();
    Map<String, Integer> numbers = new LinkedHashMap<>();
    List<SourceWriter<?>> writers = new ArrayList<>();
    ServiceLoader.load(SourceWriter.class).forEach(writers::add);
    writers.sort(java.util.Comparator.comparing(writer -> writer.getClass().getName()));
    for (SourceWriter<?> writer : writers) {
      if (story.facts().contains(writer.writes())) {
        all.slots
            .computeIfAbsent(writer.writes(), c -> new ArrayList<>())
            .add(new Slot(writer, world.from(), all.number(world, writer, numbers)));
      }
    }
    return all;
  }

  private int[] number(WorldSettings world, SourceWriter<?> writer, Map<String, Integer> numbers) {
    int[] ofMonth = new int[world.months()];
    for (int t = 0; t < ofMonth.length; t++) {
      String name = writer.file(world.from() + t, world);
      if (name == null) {
        ofMonth[t] = -1;
        continue;
      }
      String path = writer.folder() + "/" + name;
      int month = world.from() + t;
      ofMonth[t] =
          numbers.computeIfAbsent(
              path,
              p -> {
                files.add(new File(p, writer, month));
                return files.size() - 1;
              });
    }
    return ofMonth;
  }

  List<Slot> of(Class<?> fact) {
    return slots.getOrDefault(fact, List.of());
  }

  File file(int number) {
    return files.get(number);
  }

  int tallies() {
    return files.size();
  }
}
