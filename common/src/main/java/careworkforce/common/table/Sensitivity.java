package careworkforce.common.table;

/** What a table holds about people. */
public enum Sensitivity {
  /** Published facts and codes; nothing about a person. */
  PUBLIC,
  /** Counts and estimates; nothing here checks them for disclosure. */
  AGGREGATE,
  /** Rows about pseudonymised persons. */
  PERSONAL
}
