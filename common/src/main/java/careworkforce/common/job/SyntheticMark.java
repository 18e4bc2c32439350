package careworkforce.common.job;

import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Provenance;
import careworkforce.common.table.Table;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whether what a job makes is marked synthetic: the run is said to be of a synthetic world, or a
 * table read is marked at the version read.
 */
final class SyntheticMark {
  private SyntheticMark() {}

  /**
   * Of what a job makes.
   *
   * @param account how the rows of a table came about that the job reads; empty if it is not there
   */
  static boolean of(Job job, Settings settings, Function<Table, Optional<Provenance>> account) {
    return settings.value(Runner.SYNTHETIC)
        || job.reads().stream()
            .anyMatch(table -> account.apply(table).filter(Provenance::synthetic).isPresent());
  }
}
