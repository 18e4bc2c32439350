package careworkforce.common.ingest;

import java.util.Locale;

/** What became of a delivered file. */
enum FileStatus {
  /** Its rows stand in the bronze table. */
  INGESTED,
  /** Its content stands already, from a file of another name. */
  SAME,
  /** Its rows stood until its file was delivered anew. */
  REPLACED,
  /** Its rows stood until it was no longer delivered. */
  WITHDRAWN,
  /** Another file for the same period comes after it, by name or as it was delivered later. */
  SUPERSEDED,
  /** A gate set it aside; what stood still stands. */
  QUARANTINED,
  /** It could not be taken in; what stood still stands. */
  REFUSED;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static FileStatus of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
