package careworkforce.common.job;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * The ids of a lake's runs, which are told in their order: the moment a run begins (UTC), or, where
 * the clock went back since the last run, a millisecond after that one's id.
 */
public final class RunId {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

  /** A last run further in the future than this had a clock that was wrong itself. */
  private static final Duration BACK = Duration.ofDays(1);

  private RunId() {}

  /** The id of a run that begins now, after those of the lake. */
  public static String next(Manifests manifests, Instant now) {
    return FORM.format(
        manifests.runs().stream()
            .findFirst()
            .flatMap(RunId::moment)
            .map(last -> last.plusMillis(1))
            .filter(after -> after.isAfter(now) && after.isBefore(now.plus(BACK)))
            .orElse(now));
  }

  /** The same where nothing can be known of earlier runs. */
  public static String of(Instant now) {
    return FORM.format(now);
  }

  private static Optional<Instant> moment(String id) {
    try {
      return Optional.of(FORM.parse(id, Instant::from));
    } catch (DateTimeParseException notOfThisForm) {
      return Optional.empty();
    }
  }
}
