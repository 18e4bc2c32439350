package careworkforce.pipelines.synthetic;

/** Who a story is told to: the sources, by way of their files; or a test that listens. */
public interface Told {

  /** Delivers a fact to every source that writes it. */
  <F extends Fact> void fact(F fact);

  /** Adds to a count of {@code truth.json}. */
  void tally(String name, long count);

  /** Counts a trap. */
  default void tally(Trap trap, long count) {
    tally(trap.tally(), count);
  }
}
