package careworkforce.pipelines.gold.careers.consequences;

/**
 * Which events of a study a path is of. Earlier and recent cohorts are the halves of the months in
 * which an event can lie: both halves are followed for as long.
 */
enum EventSample {
  ALL("moves between occupation groups"),
  UP("moves to a higher band"),
  LEVEL("moves within a band"),
  DOWN("moves to a lower band"),
  NURSES("moves from nursing support to nurses"),
  ALL_EARLIER("moves between occupation groups, earlier cohorts"),
  ALL_RECENT("moves between occupation groups, recent cohorts"),
  NURSES_EARLIER("moves from nursing support to nurses, earlier cohorts"),
  NURSES_RECENT("moves from nursing support to nurses, recent cohorts");

  /** What a table calls its events. */
  final String events;

  EventSample(String events) {
    this.events = events;
  }
}
