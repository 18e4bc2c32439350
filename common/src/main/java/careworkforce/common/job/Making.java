package careworkforce.common.job;

import careworkforce.common.check.Quarantine;
import careworkforce.common.conf.Settings;
import careworkforce.common.delta.ChangedMonths;
import careworkforce.common.delta.Commit;
import careworkforce.common.delta.Lake;
import careworkforce.common.delta.Part;
import careworkforce.common.delta.Provenance;
import careworkforce.common.job.MonthlyTransform.Replacement;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * The making of one table from inputs at fixed versions: by merging the months that changed since
 * the version that stands, where the account of every commit in between tells them and nothing else
 * changed; as a whole otherwise.
 */
final class Making {
  private final Lake lake;
  private final Settings settings;
  private final Transform job;
  private final Table table;
  private final Map<String, Long> versions;
  private final String code;

  /**
   * Of a job's table.
   *
   * @param versions versions of the inputs, by full name
   */
  Making(Lake lake, Settings settings, Transform job, Map<String, Long> versions) {
    this.lake = lake;
    this.settings = settings;
    this.job = job;
    this.table = job.writes();
    this.versions = versions;
    this.code = Fingerprint.of(job);
  }

  /**
   * What to write.
   *
   * @param rows rows by contract
   * @param part what they stand in the place of
   * @param account how they came about
   */
  record Made(Dataset<Row> rows, Part part, Provenance account) {}

  /**
   * Plans the rows; none is computed yet.
   *
   * @param anew whether the whole is asked for
   */
  Made make(String runId, boolean anew) {
    Inputs inputs = new PinnedInputs(job, lake, settings, versions);
    Provenance account =
        new Provenance(
                runId,
                code,
                Reasons.values(job, settings),
                versions,
                SyntheticMark.of(job, settings, this::account))
            .reading(runs());
    Optional<SortedSet<Month>> changed =
        anew || !(job instanceof MonthlyTransform) ? Optional.empty() : changedMonths(account);
    return changed.isPresent()
        ? merged((MonthlyTransform) job, inputs, changed.get(), account)
        : whole(inputs, account);
  }

  /** Of each input that a run wrote at the version read, that run. */
  private Map<String, String> runs() {
    Map<String, String> runs = new TreeMap<>();
    for (Table input : job.reads()) {
      commit(input, versions.get(input.fullName()))
          .map(Commit::run)
          .ifPresent(run -> runs.put(input.fullName(), run));
    }
    return runs;
  }

  private Optional<Provenance> account(Table input) {
    return Optional.ofNullable(versions.get(input.fullName()))
        .flatMap(version -> lake.account(input, version));
  }

  private Optional<Commit> commit(Table input, @Nullable Long version) {
    return version == null ? Optional.empty() : lake.commit(input, version);
  }

  private Made whole(Inputs inputs, Provenance account) {
    Dataset<Row> rows = job.rows(inputs);
    mustKeepContract(rows);
    return new Made(rows, Part.ALL, account);
  }

  private Made merged(
      MonthlyTransform monthly, Inputs inputs, SortedSet<Month> changed, Provenance account) {
    Replacement change =
        changed.isEmpty()
            ? new Replacement(null, Lake.empty(lake.spark(), table), changed)
            : monthly.replacement(inputs, changed, Quarantine.withMoved(lake, table));
    mustKeepContract(change.rows());
    Part part = change.part() == null ? Part.NONE : change.part();
    return new Made(change.rows(), part, account.changing(change.months()));
  }

  private void mustKeepContract(Dataset<Row> rows) {
    List<String> differences = Schemas.differences(table, rows.schema());
    if (!differences.isEmpty()) {
      throw new IllegalStateException(table + " does not keep its contract: " + differences);
    }
  }

  /**
   * The months that changed since the version that stands; empty if that is not all, or not told.
   */
  private Optional<SortedSet<Month>> changedMonths(Provenance account) {
    return lake.history(table, 1).stream()
        .findFirst()
        .map(Commit::provenance)
        .filter(standing -> isComparable(standing, account))
        .flatMap(this::changedSince);
  }

  private boolean isComparable(Provenance standing, Provenance account) {
    return standing.code().equals(code)
        && standing.settings().equals(account.settings())
        && standing.synthetic() == account.synthetic()
        && standing.inputs().keySet().equals(versions.keySet())
        && lake.hasPassed(table)
        && Schemas.differences(table, lake.read(table).schema()).isEmpty();
  }

  private Optional<SortedSet<Month>> changedSince(Provenance standing) {
    SortedSet<Month> all = new TreeSet<>();
    boolean told = true;
    for (Table input : job.reads()) {
      long now = versions.getOrDefault(input.fullName(), -1L);
      Optional<SortedSet<Month>> months =
          commit(input, standing.inputs().get(input.fullName()))
              .filter(read -> standing.read(input, read))
              .flatMap(read -> ChangedMonths.between(lake, input, read.version(), now));
      told &= months.isPresent();
      months.ifPresent(all::addAll);
    }
    return told ? Optional.of(all) : Optional.empty();
  }
}
