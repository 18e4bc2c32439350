package careworkforce.common.ingest;

import org.jspecify.annotations.Nullable;

/**
 * Reads one cell, known not to be empty, into Spark's own form of a value; or says by a {@link
 * RejectCode} why it cannot.
 */
@FunctionalInterface
interface CellParser {
  /** The value, null for an absent one, or a {@link RejectCode}. */
  @Nullable Object read(byte[] bytes, int from, int to);
}
