package careworkforce.common.ingest;

import java.io.Serializable;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the first reading of a file found: delivered = accepted + rejected + duplicates.
 *
 * @param path below the source's folder
 * @param sha256 of the file as delivered, in hex
 * @param rejects the first rejects, all of them if there are few
 * @param codes how many rejects of each code
 * @param unknown headers that the layout does not know
 * @param totals rows of totals left out
 * @param erased rows of persons who were erased, left out
 * @param filled fields, by their place in the contract, that some row fills or is rejected for
 * @param refused why the file as a whole cannot be taken; null if it can
 * @param remedy what to do about it; empty if nothing
 */
record Tally(
    String path,
    String sha256,
    long delivered,
    long accepted,
    long rejected,
    long duplicates,
    List<Reject> rejects,
    Map<RejectCode, Long> codes,
    List<String> unknown,
    long totals,
    long erased,
    BitSet filled,
    @Nullable String refused,
    String remedy)
    implements Serializable {

  static Tally refused(String path, String sha256, Refusal refusal) {
    return new Tally(
        path,
        sha256,
        0,
        0,
        0,
        0,
        List.of(),
        Map.of(),
        List.of(),
        0,
        0,
        new BitSet(),
        refusal.because(),
        refusal.remedy());
  }

  /** Of a file of which no row was taken. */
  static Tally unread(String path, String sha256) {
    return new Tally(
        path, sha256, 0, 0, 0, 0, List.of(), Map.of(), List.of(), 0, 0, new BitSet(), null, "");
  }

  /** How many rejects there are of each code, in words. */
  String codesTold() {
    return codes.entrySet().stream()
        .map(e -> e.getValue() + " " + e.getKey())
        .collect(Collectors.joining(", "));
  }

  /** The rejects by code, and where the first stands. */
  String whyRejected() {
    Reject first = rejects.get(0);
    return codesTold()
        + ", the first in line "
        + first.line()
        + (first.column().isEmpty() ? "" : ", column " + first.column());
  }

  /** True if {@link #rejects} are all there are. */
  boolean hasAllRejects() {
    return rejects.size() == rejected;
  }
}
