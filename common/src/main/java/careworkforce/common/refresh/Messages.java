package careworkforce.common.refresh;

import careworkforce.common.job.Manifest;
import java.util.List;
import java.util.stream.Stream;

/** What of a run a person should know first. */
final class Messages {
  private static final int MOST = 5;

  private Messages() {}

  /** The first few sentences of jobs that did not end well and of gates, in one line. */
  static String of(Manifest manifest) {
    List<String> all =
        Stream.concat(
                manifest.gates().stream().map(Manifest.Gate::message),
                manifest.unfinished().stream()
                    .flatMap(e -> e.messages().stream().map(m -> e.table() + ": " + m)))
            .toList();
    String more = all.size() > MOST ? "; and " + (all.size() - MOST) + " more" : "";
    return String.join("; ", all.subList(0, Math.min(MOST, all.size()))) + more;
  }
}
