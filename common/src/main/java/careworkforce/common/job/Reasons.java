package careworkforce.common.job;

import careworkforce.common.conf.Setting;
import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Commit;
import careworkforce.common.delta.Lake;
import careworkforce.common.delta.Provenance;
import careworkforce.common.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Why a table is to be made again, by what stands in the lake at the moment of asking. */
final class Reasons {
  private final Lake lake;
  private final Settings settings;
  private final Map<String, Optional<Commit>> newest = new HashMap<>();
  private final Map<String, Optional<Provenance>> accounts = new HashMap<>();

  /** Looks at each table's newest version once. */
  Reasons(Lake lake, Settings settings) {
    this.lake = lake;
    this.settings = settings;
  }

  /**
   * Of a job that reads tables, in words; empty if what stands is what it would make.
   *
   * @param moving full names of tables that are going to move before it runs
   */
  List<String> of(Job job, Set<String> moving) {
    List<Commit> last = lake.history(job.writes(), 1);
    if (last.isEmpty()) {
      return List.of("the table is not there yet");
    }
    Provenance standing = last.get(0).provenance();
    if (standing == null) {
      return List.of("version " + last.get(0).version() + " was not written by a run");
    }
    List<String> reasons = new ArrayList<>();
    if (!lake.hasPassed(job.writes())) {
      reasons.add("the checks of version " + last.get(0).version() + " did not end");
    }
    reasons.addAll(moved(job, standing, moving));
    if (!standing.code().equals(Fingerprint.of(job))) {
      reasons.add("code or contract changed");
    }
    values(job, settings)
        .forEach(
            (key, value) -> {
              String before = standing.settings().get(key);
              if (!value.equals(before)) {
                reasons.add("setting " + key + " changed from " + before + " to " + value);
              }
            });
    if (reasons.isEmpty()) {
      marked(job, standing).ifPresent(reasons::add);
    }
    return reasons;
  }

  /**
   * That the mark of synthetic rows is not as it would be. Of a table made of no other, as from a
   * published list, it is no reason that the run is no longer said to be synthetic: all that reads
   * it would be made again for a mark that is the world's, not the list's.
   */
  private Optional<String> marked(Job job, Provenance standing) {
    boolean synthetic = SyntheticMark.of(job, settings, this::account);
    if (synthetic == standing.synthetic() || job.reads().isEmpty() && !synthetic) {
      return Optional.empty();
    }
    return Optional.of(
        synthetic
            ? "the rows are synthetic, and not marked so"
            : "the rows are marked synthetic, and made of nothing that is");
  }

  private Optional<Provenance> account(Table table) {
    return accounts.computeIfAbsent(
        table.fullName(),
        n ->
            newest(table)
                .flatMap(commit -> Optional.ofNullable(commit.provenance()))
                .or(() -> lake.account(table)));
  }

  private Optional<Commit> newest(Table table) {
    return newest.computeIfAbsent(
        table.fullName(), n -> lake.history(table, 1).stream().findFirst());
  }

  /**
   * Of a job that was planned for what was going to move: what of it did. A version that brings no
   * change is as good as the one before it, so that nothing may be left of the reasons.
   */
  List<String> moved(Job job) {
    return lake.history(job.writes(), 1).stream()
        .map(Commit::provenance)
        .filter(Objects::nonNull)
        .findFirst()
        .map(standing -> moved(job, standing, Set.of()))
        .orElseGet(() -> List.of("the table is not there yet"));
  }

  private List<String> moved(Job job, Provenance standing, Set<String> moving) {
    List<String> reasons = new ArrayList<>();
    for (Table input : job.reads()) {
      String name = input.fullName();
      if (moving.contains(name)) {
        reasons.add("input " + name + Plan.Step.WILL_MOVE);
      } else {
        Optional<Commit> now = newest(input);
        boolean lacked = job.canLack().contains(input) && !standing.inputs().containsKey(name);
        boolean stands =
            (lacked && now.isEmpty())
                || now.filter(commit -> standing.read(input, commit)).isPresent()
                || lake.standsAt(input, commit -> standing.read(input, commit));
        if (!stands) {
          reasons.add(moved(name, standing.inputs().get(name), now));
        }
      }
    }
    return reasons;
  }

  private static String moved(String input, @Nullable Long read, Optional<Commit> now) {
    long version = now.map(Commit::version).orElse(-1L);
    if (read == null) {
      return "input " + input + " was not there before";
    }
    return Objects.equals(read, version)
        ? "input " + input + " was made again as version " + version
        : "input " + input + " moved from version " + read + " to " + version;
  }

  /** The declared settings' values, as they are recorded. */
  static Map<String, String> values(Job job, Settings settings) {
    Map<String, String> values = new TreeMap<>();
    for (Setting<?> setting : job.settings()) {
      values.put(setting.key(), String.valueOf(settings.value(setting)));
    }
    return values;
  }
}
