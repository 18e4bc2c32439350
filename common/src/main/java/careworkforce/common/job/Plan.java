package careworkforce.common.job;

import java.util.List;

/**
 * What would run, and why, in an order in which each job stands after what it reads.
 *
 * @param steps one a selected job
 */
public record Plan(List<Step> steps) {

  /**
   * One job of the plan.
   *
   * @param job the job
   * @param reasons why it runs, in words; empty if it does not
   */
  public record Step(Job job, List<String> reasons) {
    static final String ANEW = "asked to run anew";

    /** True if the whole of the table is asked for, whatever stands. */
    boolean anew() {
      return reasons.contains(ANEW);
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
}
