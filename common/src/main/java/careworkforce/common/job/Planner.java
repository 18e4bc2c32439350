package careworkforce.common.job;

import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Lake;
import careworkforce.common.error.UserError;
import careworkforce.common.table.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.spark.sql.AnalysisException;
import org.jspecify.annotations.Nullable;

/**
 * Decides which jobs run: those whose table is not there, whose input's version moved, or whose own
 * code, contract or settings changed since the version that stands.
 */
public final class Planner {
  private final Catalogue catalogue;
  private final Lake lake;
  private final Settings settings;
  private final Deliveries deliveries;

  public Planner(Catalogue catalogue, Lake lake, Settings settings, Deliveries deliveries) {
    this.catalogue = catalogue;
    this.lake = lake;
    this.settings = settings;
    this.deliveries = deliveries;
  }

  /**
   * The plan for the tables selected. Where none is named, a source no file of which ever came
   * waits for its first, and so does all that is made of it and cannot do without; what is asked
   * for by name is tried, with what it cannot do without.
   *
   * @param selectors see {@link Selector}
   * @param anew whether every selected job runs whatever stands
   * @throws UserError if a setting of a selected job has a value that it may not have
   */
  public Plan plan(List<String> selectors, boolean anew) {
    List<Job> jobs =
        Selector.select(catalogue, selectors).stream()
            .map(name -> Objects.requireNonNull(catalogue.writer(name)))
            .toList();
    jobs.forEach(job -> job.settings().forEach(settings::value));
    Planning planning = new Planning(selectors.isEmpty() ? jobs : spared(jobs), anew);
    return new Plan(jobs.stream().map(planning::step).toList());
  }

  /** Jobs whose table is read by others of these, all of which can do without it. */
  private static List<Job> spared(List<Job> jobs) {
    List<Job> spared = new ArrayList<>();
    for (int i = jobs.size() - 1; i >= 0; i--) { // whoever reads a table comes after it
      Table table = jobs.get(i).writes();
      List<Job> readers = jobs.stream().filter(job -> job.reads().contains(table)).toList();
      if (!readers.isEmpty()
          && readers.stream().allMatch(r -> r.canLack().contains(table) || spared.contains(r))) {
        spared.add(jobs.get(i));
      }
    }
    return spared;
  }

  /**
   * Looks whether any source of a plan does not wait.
   *
   * @throws UserError if all do
   */
  public void mustBeDelivered(Plan plan) {
    List<Plan.Step> sources =
        plan.steps().stream().filter(step -> deliveries.reads(step.job())).toList();
    if (!sources.isEmpty() && sources.stream().allMatch(Plan.Step::waits)) {
      throw UserError.input(
          "take in files",
          "no source ever had one; " + String.join("; ", sources.get(0).awaited()),
          "Have the sources' files delivered there, or set sources.path");
    }
  }

  /** One plan in the making, a job after what it reads. */
  private final class Planning {
    private final List<Job> mayWait;
    private final boolean anew;
    private final Reasons reasons = new Reasons(lake, settings);
    private final Set<String> moving = new HashSet<>();
    private final Set<String> waiting = new HashSet<>();

    Planning(List<Job> mayWait, boolean anew) {
      this.mayWait = mayWait;
      this.anew = anew;
    }

    Plan.Step step(Job job) {
      Plan.Step step = deliveries.reads(job) ? ofFiles(job) : ofTables(job);
      String table = job.writes().fullName();
      if (step.waits()) {
        waiting.add(table);
      } else if (step.runs()) {
        moving.add(table);
      }
      return step;
    }

    private Plan.Step ofFiles(Job job) {
      Deliveries.Found found = deliveries.look(job);
      return mayWait.contains(job) && found.never()
          ? new Plan.Step(job, List.of(), found.reasons(), found.remarks())
          : new Plan.Step(job, orAnew(found.reasons()), List.of(), found.remarks());
    }

    private Plan.Step ofTables(Job job) {
      List<Table> never = job.reads().stream().filter(t -> waiting.contains(t.fullName())).toList();
      List<String> awaited =
          never.stream()
              .filter(t -> !job.canLack().contains(t) || never.size() == job.reads().size())
              .map(Table::fullName)
              .sorted()
              .toList();
      return awaited.isEmpty()
          ? new Plan.Step(job, orAnew(anew ? List.of() : reasons.of(job, moving)))
          : new Plan.Step(job, List.of(), List.of("input " + awaited + " waits"), List.of());
    }

    private List<String> orAnew(List<String> reasons) {
      return anew ? List.of(Plan.Step.ANEW) : List.copyOf(reasons);
    }
  }

  /**
   * Analyses every job on tables that are empty by contract, so that a wrong column shows in
   * seconds.
   *
   * @return one sentence a fault; empty if every job returns exactly its contract
   */
  public List<String> faults(List<String> selectors) {
    List<String> faults = new ArrayList<>();
    for (String name : Selector.select(catalogue, selectors)) {
      if (catalogue.writer(name) instanceof Transform transform) {
        String fault = fault(transform);
        if (fault != null) {
          faults.add(fault);
        }
      }
    }
    return faults;
  }

  private @Nullable String fault(Transform job) {
    Inputs empty = new PinnedInputs(job, lake, settings, Map.of());
    try {
      List<String> differences = Schemas.differences(job.writes(), job.rows(empty).schema());
      return differences.isEmpty() ? null : job.writes() + ": " + String.join("; ", differences);
    } catch (Exception e) {
      if (e instanceof AnalysisException) {
        return job.writes() + ": " + e.getMessage();
      }
      throw e;
    }
  }
}
