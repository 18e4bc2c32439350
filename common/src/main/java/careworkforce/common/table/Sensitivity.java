package careworkforce.common.table;

/** What a table holds about people. */
public enum Sensitivity {
  /** Published facts and codes; nothing about a person. */
  PUBLIC,
  /** Counts and estimates that disclosure control has to pass before release. */
  AGGREGATE,
  /** Rows about pseudonymised persons. */
  PERSONAL
}
