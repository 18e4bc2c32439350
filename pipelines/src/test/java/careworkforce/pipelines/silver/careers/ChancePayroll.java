package careworkforce.pipelines.silver.careers;

import careworkforce.common.time.Month;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.bronze.esr.EsrAbsences;
import careworkforce.pipelines.bronze.esr.EsrAssignments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A payroll whose months arrive, are corrected and are withdrawn by chance, in any order: staff who
 * change trust, occupation and state, hold second posts, are away, leave for a reason and return,
 * and keys that contradict themselves.
 */
final class ChancePayroll {
  private static final EsrAssignments A = EsrAssignments.TABLE;
  private static final EsrAbsences ABS = EsrAbsences.TABLE;
  private static final Month FIRST = Month.of(2018, 6);
  private static final int MONTHS = 26;
  private static final int PERSONS = 14;
  private static final String[] CODES = {"N6A", "G2A", "H1A"};
  private static final String[] STATUSES = {"Active Assignment", "Maternity", "Career Break"};
  private static final String[] REASONS = {null, "Retirement", "Employee Transfer"};

  private final Random random;

  /** The edition of each month that is delivered. */
  private final Map<Month, Integer> editions = new TreeMap<>();

  private int edition;

  ChancePayroll(long seed) {
    random = new Random(seed);
    for (int i = 0; i < MONTHS; i++) {
      if (random.nextInt(5) > 0) {
        editions.put(FIRST.plus(i), ++edition);
      }
    }
  }

  /** One to three months arrive, are corrected or withdrawn; the first and the last often. */
  TreeSet<Month> day() {
    TreeSet<Month> changed = new TreeSet<>();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      int at = random.nextInt(5) == 0 ? MONTHS - 1 : random.nextInt(MONTHS);
      Month month = FIRST.plus(random.nextInt(8) == 0 ? 0 : at);
      changed.add(month);
      if (editions.size() > 3 && editions.containsKey(month) && random.nextInt(3) == 0) {
        editions.remove(month);
      } else {
        editions.put(month, ++edition);
      }
    }
    return changed;
  }

  Dataset<Row> assignments() {
    TestRows rows =
        TestRows.of(A)
            .each(A.sourceFile, "f", A.sourceLine, 1L, A.trainingPost, false, A.gender, "Female");
    editions.forEach((month, now) -> persons().forEach(p -> assigned(rows, p, month, now)));
    return rows.dataset();
  }

  Dataset<Row> absences() {
    TestRows rows = TestRows.of(ABS).each(ABS.sourceFile, "f", ABS.sourceLine, 1L);
    editions.forEach(
        (month, now) ->
            rows.row(
                ABS.period,
                month.toString(),
                ABS.personId,
                "p" + now % PERSONS,
                ABS.absenceCategory,
                "Sickness",
                ABS.absenceStartDate,
                month.toString()));
    return rows.dataset();
  }

  private static List<String> persons() {
    List<String> persons = new ArrayList<>();
    for (int i = 0; i < PERSONS; i++) {
      persons.add("p" + i);
    }
    return persons;
  }

  /** A correction moves one person in five; the others are as the month has them in any edition. */
  private static void assigned(TestRows rows, String person, Month month, int edition) {
    Random own = new Random(31L * person.hashCode() + month.number());
    Random stretch = new Random(person.hashCode() + 7L * (month.number() / 5));
    if (new Random(own.nextInt() + edition).nextInt(5) == 0) {
      own = new Random(31L * edition + person.hashCode());
    }
    if (own.nextInt(9) == 0 || stretch.nextInt(8) == 0) {
      return;
    }
    int code = own.nextInt(12) == 0 ? own.nextInt(3) : stretch.nextInt(3);
    for (int post = own.nextInt(8) == 0 ? 2 : 1; post > 0; post--) {
      rows.row(
          A.period,
          month.toString(),
          A.tmYearMonth,
          month.toString(),
          A.personId,
          person,
          A.asgNumber,
          String.valueOf(post),
          A.ocsCode,
          stretch.nextInt(4) == 0 ? "RM2" : "RR8",
          A.occupationCode,
          CODES[(code + post - 1) % CODES.length],
          A.trainingPost,
          own.nextInt(15) == 0,
          A.gradeCode,
          stretch.nextBoolean() ? "XR05" : "XR06",
          A.contractedWte,
          "0.5",
          A.status,
          STATUSES[Math.max(0, stretch.nextInt(8) - 5)],
          A.basicPay,
          String.valueOf(1000 + own.nextInt(500)),
          A.totalPay,
          "2000",
          A.reasonForLeaving,
          REASONS[own.nextInt(3)],
          A.ethnicity,
          own.nextInt(20) == 0 ? "B" : "A",
          A.yearOfBirth,
          own.nextInt(60) == 0 ? 1990 : 1970);
    }
  }
}
