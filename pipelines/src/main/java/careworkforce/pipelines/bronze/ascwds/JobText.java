package careworkforce.pipelines.bronze.ascwds;

import careworkforce.common.time.Month;
import careworkforce.pipelines.synthetic.care.CareWorker;
import careworkforce.pipelines.synthetic.care.Job;
import java.util.List;

/** The cells of a job that worker and leaver file have in common. */
final class JobText {
  private JobText() {}

  /** The columns that {@link #job} fills. */
  static final List<String> COLUMNS =
      List.of(
          "workerid",
          "wkplacestat",
          "createddate",
          "emplstat",
          "mainjrid",
          "strtdate",
          "age",
          "gender",
          "disabled",
          "ethnicity",
          "isbritish",
          "nationality",
          "borninuk",
          "scerec",
          "startsec",
          "dayssick",
          "zerohours",
          "averagehours",
          "conthrs",
          "salaryint",
          "salary",
          "hrlyrate",
          "ccstatus",
          "apprentice",
          "scqheld");

  /**
   * Appends the cells of {@link #COLUMNS}.
   *
   * @param month of the extract, which tells how cells are written
   * @param asOf the month whose age, sickness and pay stand in them
   */
  static void job(int month, Job job, int asOf, boolean payRecorded, StringBuilder to) {
    char next = AscwdsText.delimiter(month);
    CareWorker worker = job.worker();
    to.append(job.workerId()).append(next).append("1").append(next);
    AscwdsText.date(month, job.start(), to);
    to.append(next).append(job.contract()).append(next).append(job.role()).append(next);
    AscwdsText.date(month, job.start(), to);
    to.append(next).append(worker.age(asOf)).append(next);
    to.append(worker.female() ? 2 : 1).append(next).append("0").append(next);
    to.append(worker.ethnicity()).append(next);
    boolean british = worker.nationality() == 826;
    to.append(british ? 1 : 0).append(next).append(worker.nationality()).append(next);
    to.append(british ? 1 : 0).append(next).append(job.recruitedFrom()).append(next);
    to.append(worker.startedInSector()).append(next);
    to.append(payRecorded ? String.valueOf(sickDays(asOf, job)) : "-2").append(next);
    to.append(job.zeroHours() ? 1 : 0).append(next);
    to.append(job.zeroHours() ? String.valueOf(job.hours()) : "-1").append(next);
    to.append(job.zeroHours() ? "-1" : String.valueOf(job.hours())).append(next);
    pay(asOf, job, payRecorded, next, to);
    to.append(next).append(job.workerId() % 3 == 0 ? 1 : 2).append(next);
    to.append(worker.age(asOf) < 25 && job.workerId() % 7 == 0 ? 1 : 0).append(next);
    to.append(job.workerId() % 2);
  }

  private static int sickDays(int month, Job job) {
    int months = month - Month.of(job.start()).number();
    return months >= 12 ? job.sickDays() : job.sickDays() * Math.max(1, months) / 12;
  }

  private static void pay(int month, Job job, boolean recorded, char next, StringBuilder to) {
    int pence = job.hourlyPence(month);
    if (!recorded) {
      to.append("-1").append(next).append(next);
    } else if (job.role() == 4) {
      to.append("250").append(next).append((long) pence * job.hours() * 52 / 100).append(next);
    } else {
      to.append("252").append(next).append(next);
      careworkforce.pipelines.synthetic.Cells.hundredths(pence, to);
    }
  }
}
