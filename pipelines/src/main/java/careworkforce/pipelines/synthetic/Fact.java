package careworkforce.pipelines.synthetic;

/** Something of the world that a source records: a row of one of its monthly files. */
public interface Fact {
  /** Month of the file, as {@link careworkforce.common.time.Month#number()}. */
  int month();
}
