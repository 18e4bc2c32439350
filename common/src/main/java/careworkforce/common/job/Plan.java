package careworkforce.common.job;

import java.util.ArrayList;
import java.util.List;

/**
 * What would run, and why, in an order in which each job stands after what it reads.
 *
 * @param steps one a selected job
 */
public record Plan(List<Step> steps) {
  private static final int FEW = 3;

  /**
   * One job of the plan.
   *
   * @param job the job
   * @param reasons why it runs, in words; empty if it does not
   * @param awaited what never came and it waits for, in words; empty if it does not wait
   * @param remarks what a person should know of its source's files
   */
  public record Step(Job job, List<String> reasons, List<String> awaited, List<String> remarks) {
    static final String ANEW = "asked to run anew";
    static final String WILL_MOVE = " will move";

    /** Of a job that runs if there is a reason. */
    Step(Job job, List<String> reasons) {
      this(job, reasons, List.of(), List.of());
    }

    /** True if it cannot run, as what it reads never came. */
    public boolean waits() {
      return !awaited.isEmpty();
    }

    /** True if the whole of the table is asked for, whatever stands. */
    boolean anew() {
      return reasons.contains(ANEW);
    }

    /** True if it runs for what is going to happen alone: once it has, there may be no reason. */
    boolean expects() {
      return runs() && reasons.stream().allMatch(reason -> reason.endsWith(WILL_MOVE));
    }

    /** The same for other reasons. */
    Step because(List<String> others) {
      return new Step(job, others, awaited, remarks);
    }

    /** True if the job runs. */
    public boolean runs() {
      return !reasons.isEmpty();
    }
  }

  /** The steps that run. */
  public List<Step> running() {
    return steps.stream().filter(Step::runs).toList();
  }

  /**
   * What a person should know of sources that wait or whose job does not run, a sentence each; many
   * that wait make one. A job that runs tells its own.
   */
  public List<String> remarks() {
    List<String> all = new ArrayList<>(waits());
    for (Step step : steps) {
      if (!step.runs()) {
        step.remarks().forEach(remark -> all.add(step.job().writes() + ": " + remark));
      }
    }
    return all;
  }

  private List<String> waits() {
    List<Step> waiting =
        steps.stream().filter(step -> step.waits() && step.job().reads().isEmpty()).toList();
    if (waiting.size() <= FEW) {
      return waiting.stream()
          .map(step -> step.job().writes() + " waits: " + String.join("; ", step.awaited()))
          .toList();
    }
    return List.of(
        waiting.size()
            + " sources wait for their first file, as 'plan' tells: "
            + waiting.get(0).job().writes()
            + " … "
            + waiting.get(waiting.size() - 1).job().writes());
  }
}
