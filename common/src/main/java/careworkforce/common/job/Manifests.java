package careworkforce.common.job;

import careworkforce.common.delta.Lake;
import careworkforce.common.delta.SmallFile;
import careworkforce.common.error.UserError;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The accounts of a lake's runs: {@code manifests/<run>.json} below its root. */
public final class Manifests {
  private static final String FOLDER = "manifests";
  private static final String END = ".json";
  private final Lake lake;

  public Manifests(Lake lake) {
    this.lake = lake;
  }

  private SmallFile file(String run) {
    return lake.note(FOLDER + "/" + run + END);
  }

  /** Writes one, over an earlier account of the same run. */
  public void write(Manifest manifest) {
    file(manifest.run()).write(manifest.json());
  }

  /** The runs that gave an account, newest first. */
  public List<String> runs() {
    List<String> runs = new ArrayList<>();
    for (String name : lake.notes(FOLDER)) {
      if (name.endsWith(END) && !name.startsWith(".")) {
        runs.add(name.substring(0, name.length() - END.length()));
      }
    }
    Collections.reverse(runs);
    return runs;
  }

  /** The newest accounts, newest first; one that cannot be read is passed over. */
  public List<Manifest> newest(int most) {
    return runs().stream().map(this::readable).flatMap(Optional::stream).limit(most).toList();
  }

  /** The newest account of a run that ended without an error; empty if there is none. */
  public Optional<Manifest> last() {
    return runs().stream()
        .map(this::readable)
        .flatMap(Optional::stream)
        .filter(run -> !run.outcome().equals(Manifest.FAILED))
        .findFirst();
  }

  private Optional<Manifest> readable(String run) {
    try {
      return Optional.of(read(run));
    } catch (UserError notReadable) {
      return Optional.empty();
    }
  }

  /**
   * The account of a run, or of a day: of the last run that started by its end (UTC), with the
   * tables that it did not look at as the last run that did so had left them. A run that an error
   * ended tells of no table, as it left all as they stood.
   *
   * @param runOrDay a run's id such as {@code 20210328-010000-000}, or a day such as {@code
   *     2021-03-28}
   */
  public Manifest of(String runOrDay) {
    if (!runOrDay.matches("\\d{4}-\\d{2}-\\d{2}")) {
      return read(runOrDay);
    }
    String day = runOrDay.replace("-", "");
    List<String> until =
        runs().stream()
            .filter(run -> run.substring(0, Math.min(8, run.length())).compareTo(day) <= 0)
            .toList();
    if (until.isEmpty()) {
      throw UserError.input(
          "find a run of " + runOrDay + " or before",
          "the lake " + lake.root() + " has none",
          "'careworkforce history' shows its runs");
    }
    Manifest last = read(until.get(0));
    return until.stream()
        .skip(1)
        .map(this::readable)
        .flatMap(Optional::stream)
        .reduce(last.ofWhatItLeft(), Manifest::withOthersOf);
  }

  /**
   * The account of a run, with each table that had nothing to do as the newest run that made it
   * told of it. Where none tells, as of a table made by a run that was cut off, the entry stays.
   */
  public Manifest asMade(Manifest run) {
    return newest(Integer.MAX_VALUE).stream()
        .filter(Manifest::stands)
        .reduce(run, Manifest::withMadeBy);
  }

  private Manifest read(String run) {
    String json =
        file(run)
            .read()
            .orElseThrow(
                () ->
                    UserError.input(
                        "find the run " + run,
                        "there is no manifest of it in " + lake.root(),
                        "'careworkforce history' shows the lake's runs"));
    try {
      return Manifest.parse(json);
    } catch (JsonProcessingException e) {
      throw UserError.input(
          "read the manifest of " + run,
          e.getOriginalMessage(),
          "Mend or remove " + file(run).path());
    }
  }
}
