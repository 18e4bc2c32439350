package careworkforce.pipelines.gold.careers.consequences;

/** What event is followed, and beside whom. */
public enum EventStudy {
  MOVES_AND_STAYERS("%s, against matched stayers", true, true),
  MOVES_AND_RECRUITS("%s, against direct recruits", false, true),
  PARENTAL_LEAVE("returns from parental leave, against matched staff", true, false),
  LONG_SICKNESS("returns from long sickness, against matched staff", true, false);

  private final String beside;

  /**
   * True if outcomes are changes from a month before, and comparisons on the payroll for the year
   * before it; false if they are levels from event month 0 on, and comparisons new to the record.
   */
  final boolean differenced;

  /** True if months at work after it prove the event. */
  final boolean proved;

  EventStudy(String beside, boolean differenced, boolean proved) {
    this.beside = beside;
    this.differenced = differenced;
    this.proved = proved;
  }

  /** What a table calls all events of the study. */
  public String sample() {
    return sample(EventSample.ALL);
  }

  /** What a table calls some of its events. */
  String sample(EventSample of) {
    return String.format(beside, of.events);
  }
}
