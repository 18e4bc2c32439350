package careworkforce.pipelines.synthetic;

import careworkforce.common.conf.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Listens to stories without Spark or files. */
final class Overheard implements Told {
  private final List<Fact> facts = new ArrayList<>();
  private final Map<String, Long> tallies = new TreeMap<>();

  /** A world of the default settings with some changed. */
  static WorldSettings world(Map<String, String> changed) {
    return WorldSettings.of(Settings.load(List.of(), new HashMap<>(changed)));
  }

  /** Everything that a story tells. */
  static Overheard all(Story story) {
    Overheard heard = new Overheard();
    for (long entity = 0; entity < story.entities(); entity++) {
      story.tell(entity, heard);
    }
    return heard;
  }

  @Override
  public <F extends Fact> void fact(F fact) {
    facts.add(fact);
  }

  @Override
  public void tally(String name, long count) {
    tallies.merge(name, count, Long::sum);
  }

  /** The facts of a kind. */
  <F extends Fact> List<F> of(Class<F> kind) {
    return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  long tally(String name) {
    return tallies.getOrDefault(name, 0L);
  }
}
