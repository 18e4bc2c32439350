package careworkforce.common.refresh;

import careworkforce.common.job.Manifest;
import careworkforce.common.job.Plan;
import java.util.List;
import java.util.stream.Stream;

/** What of a night a person should know first. */
final class Messages {
  private static final int MOST = 5;

  private Messages() {}

  /** What happened, and the first few sentences of gates and remarks on files, in one line. */
  static String of(String happened, List<Manifest.Gate> gates, Plan plan) {
    return few(
        Stream.of(
                Stream.of(happened),
                gates.stream().map(Manifest.Gate::message),
                plan.remarks().stream())
            .flatMap(sentences -> sentences)
            .toList());
  }

  /**
   * The first few sentences of gates, of jobs that did not end well, of refused files, of what is
   * odd or set aside, and of remarks on files, in one line.
   */
  static String of(Manifest manifest, Plan plan) {
    return few(
        Stream.of(
                manifest.gates().stream().map(Manifest.Gate::message),
                manifest.unfinished().stream()
                    .flatMap(e -> e.messages().stream().map(m -> e.table() + ": " + m)),
                manifest.refusals().stream(),
                manifest.warnings().stream(),
                plan.remarks().stream())
            .flatMap(sentences -> sentences)
            .toList());
  }

  private static String few(List<String> all) {
    String more = all.size() > MOST ? "; and " + (all.size() - MOST) + " more" : "";
    return String.join("; ", all.subList(0, Math.min(MOST, all.size()))) + more;
  }
}
