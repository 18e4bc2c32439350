package careworkforce.common.job;

import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Lake;
import careworkforce.common.delta.Provenance;
import java.util.Map;
import java.util.Optional;

/**
 * Whether what a job makes is marked synthetic: the run is said to be of a synthetic world, or a
 * table read is marked at the version read.
 */
final class SyntheticMark {
  private SyntheticMark() {}

  /**
   * Of what a job makes.
   *
   * @param versions versions of the tables it reads, by full name; one that is not there has none
   */
  static boolean of(Job job, Lake lake, Settings settings, Map<String, Long> versions) {
    return settings.value(Runner.SYNTHETIC)
        || job.reads().stream()
            .anyMatch(
                table ->
                    Optional.ofNullable(versions.get(table.fullName()))
                        .flatMap(version -> lake.account(table, version))
                        .filter(Provenance::synthetic)
                        .isPresent());
  }
}
