package careworkforce.pipelines.synthetic;

import java.io.Serializable;
import java.util.Set;

/** What happens to one entity of the world, told independently of every other entity. */
public interface Story extends Serializable {
  /** A word for progress and tallies. */
  String name();

  /** Number of entities. */
  long entities();

  /** What it tells of. */
  Set<Class<? extends Fact>> facts();

  /** Tells all facts of an entity. */
  void tell(long entity, Told to);
}
