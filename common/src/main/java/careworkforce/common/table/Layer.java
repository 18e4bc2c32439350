package careworkforce.common.table;

import java.util.Locale;

/** Where a table stands on the way of the data. */
public enum Layer {
  /** Files as delivered, typed, with their provenance. */
  BRONZE,
  /** Spells, panels, exposures, outcomes. */
  SILVER,
  /** Samples, descriptives and estimates of a study. */
  GOLD,
  /** Delivered rows that were not accepted, one table a bronze table. */
  REJECTS,
  /** Rows moved out of made tables by their promises, one table a made table. */
  QUARANTINE,
  /** The system's own records: file ledger. */
  META;

  /** Folder and prefix in lower case, such as {@code bronze}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
