package careworkforce.pipelines.bench.careers;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import careworkforce.common.table.Table;
import careworkforce.pipelines.bronze.esr.EsrAbsences;
import careworkforce.pipelines.bronze.esr.EsrAssignments;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * Staff records of a set size for timing: persons who join, move between trusts, occupations and
 * bands, take leave, hold a second post, fall sick, leave and return, all by hashes of their
 * number. Months of one person compress about 17 to 1 into spells, as the real record does. Nothing
 * in it resembles England; the synthetic England does that.
 */
final class GeneratedStaffRecord {
  private static final EsrAssignments ESR = EsrAssignments.TABLE;
  private static final EsrAbsences ABSENCE = EsrAbsences.TABLE;
  private static final Date FIRST = Date.valueOf(LocalDate.of(2012, 1, 1));
  private static final int BEFORE = 60;
  private static final int SHORTEST = 6;
  private static final int SPREAD = 160;
  private static final int TRUSTS = 220;

  /** Two codes of most groups of the manual, all in force. */
  private static final String[] OCCUPATIONS = {
    "001", "002", "N0A", "N0B", "N0C", "N2C", "S0A", "S0K", "U0A", "A0A", "H1A", "H1B", "H1C",
    "H1G", "H1H", "A7A", "G2A", "G2B", "G3B", "G0A", "NHA"
  };

  private static final Column ID = functions.col("id");
  private static final Column MONTH = functions.col("month_of_window");
  private static final Column POST = functions.col("post");

  /** What is the same in all months of a person, reckoned once. */
  private static final Map<String, Column> PERSONAL =
      Map.of(
          "person_id", substring(sha2(ID.cast("string").cast("binary"), 256), 1, 32),
          "gender", when(draw("gender").lt(lit(76)), lit("Female")).otherwise("Male"),
          "year_of_birth", lit(1947).plus(draw("birth").divide(lit(2))),
          "ethnicity", when(draw("ethnicity").lt(lit(78)), lit("White")).otherwise("Asian"),
          "nationality", when(draw("nation").lt(lit(85)), lit("British")).otherwise("Irish"),
          "home_lsoa", concat(lit("E010"), lpad(draw("home").cast("string"), 5, "0")));

  private final SparkSession spark;
  private final long persons;
  private final int months;

  /**
   * A record of about so many person-months.
   *
   * @param months length of the window
   */
  GeneratedStaffRecord(SparkSession spark, long personMonths, int months) {
    this.spark = spark;
    this.months = months;
    this.persons = Math.max(1, Math.round(personMonths / meanMonths(months)));
  }

  /** Mean months of a person in the window, over all first months and lengths. */
  private static double meanMonths(int months) {
    return IntStream.range(-BEFORE, months)
        .mapToDouble(
            first ->
                IntStream.range(0, SPREAD)
                    .map(more -> Math.min(months, first + SHORTEST + more) - Math.max(0, first))
                    .map(in -> Math.max(0, in))
                    .average()
                    .orElse(0))
        .average()
        .orElse(0);
  }

  /** First day of a month of the window, from 0. */
  LocalDate firstDay(int month) {
    return FIRST.toLocalDate().plusMonths(month);
  }

  /** Assignments of the months from one to another of the window, both included, from 0. */
  Dataset<Row> assignments(int from, int to) {
    Column two = draw("second post", year()).lt(lit(2));
    Column posts = when(two, array(lit(0), lit(1))).otherwise(array(lit(0)));
    return inContract(
        present(from, to)
            .withColumn("post", explode(posts))
            .withColumn(ESR.period.name(), add_months(lit(FIRST), MONTH)),
        ESR,
        this::assignment);
  }

  /** Sickness of one whole month, for one in a hundred. */
  Dataset<Row> absences(int from, int to) {
    return inContract(
        present(from, to)
            .where(draw("sick", MONTH).lt(lit(1)))
            .withColumn("post", lit(0))
            .withColumn(ABSENCE.period.name(), add_months(lit(FIRST), MONTH)),
        ABSENCE,
        this::absence);
  }

  private Dataset<Row> present(int from, int to) {
    Column first = pmod(xxhash64(ID, lit("first")), lit((long) months + BEFORE)).minus(lit(BEFORE));
    Column last = first.plus(lit(SHORTEST - 1)).plus(pmod(xxhash64(ID, lit("last")), lit(SPREAD)));
    Column away = pmod(xxhash64(ID, lit("away")), lit(months * 12L));
    return spark
        .range(persons)
        .withColumn("joined", first.cast("int"))
        .withColumn("from", greatest(functions.col("joined"), lit(from)))
        .withColumn("to", least(last.cast("int"), lit(to)))
        .where(functions.col("from").leq(functions.col("to")))
        .withColumns(PERSONAL)
        .withColumn("wte", wte())
        .withColumn(
            "month_of_window", explode(sequence(functions.col("from"), functions.col("to"))))
        .where(not(MONTH.between(away, away.plus(lit(3)))));
  }

  private interface Value {
    Column of(String field);
  }

  private static Dataset<Row> inContract(Dataset<Row> rows, Table table, Value value) {
    return rows.select(
        table.fields().stream()
            .map(f -> value.of(f.name()).cast(f.type()).as(f.name(), f.structField().metadata()))
            .toArray(Column[]::new));
  }

  private Column absence(String field) {
    return switch (field) {
      case "absence_category" -> lit("Sickness");
      case "attendance_reason" -> lit("S10");
      case "absence_start_date" -> functions.col(ABSENCE.period.name());
      case "absence_end_date" -> last_day(functions.col(ABSENCE.period.name()));
      case "wte_days_lost_this_month" -> lit("20");
      default -> assignment(field);
    };
  }

  private Column assignment(String field) {
    return switch (field) {
      case "period", "tm_year_month" -> functions.col(ESR.period.name());
      case "source_file" -> lit("generated");
      case "source_line" -> ID.multiply(lit(2)).plus(POST);
      case "asg_number" -> concat(ID.cast("string"), lit("-"), POST.cast("string"));
      case "ocs_code" -> concat(lit("R"), lpad(trust().cast("string"), 3, "0"));
      case "occupation_code" ->
          element_at(
              array(Arrays.stream(OCCUPATIONS).map(functions::lit).toArray(Column[]::new)),
              occupation().plus(lit(1)).cast("int"));
      case "staff_group" -> lit("Nursing and Midwifery Registered");
      case "job_role" -> lit("Staff Nurse");
      case "grade_code" -> concat(lit("XR0"), band().cast("string"));
      case "afc_spinal_point" -> band().multiply(lit(3)).plus(lit(1));
      case "contracted_wte" ->
          when(POST.equalTo(lit(1)), lit("0.20000")).otherwise(functions.col("wte"));
      case "asg_type_of_contract" -> when(POST.equalTo(lit(1)), lit("Bank")).otherwise("Permanent");
      case "status" -> status();
      case "start_date" -> add_months(lit(FIRST), functions.col("joined"));
      case "basic_pay", "total_pay" ->
          band().multiply(lit(400)).plus(lit(900)).plus(MONTH.multiply(lit(2)));
      case "training_post" -> lit(false);
      default -> PERSONAL.containsKey(field) ? functions.col(field) : lit(null);
    };
  }

  private Column trust() {
    return pmod(xxhash64(ID, lit("trust"), stretch(60, "trust stays")), lit(TRUSTS));
  }

  private Column occupation() {
    return pmod(
        xxhash64(ID, lit("occupation"), POST, stretch(240, "occupation stays")),
        lit(OCCUPATIONS.length));
  }

  private Column band() {
    return draw("band").divide(lit(17)).cast("int").plus(lit(2)).plus(stretch(72, "band stays"));
  }

  private static Column wte() {
    return when(draw("part time").lt(lit(40)), lit("0.60000")).otherwise("1.00000");
  }

  private Column status() {
    Column begins = pmod(xxhash64(ID, lit("parental")), lit(months * 8L));
    return when(MONTH.between(begins, begins.plus(lit(8))), lit("Maternity & Adoption"))
        .otherwise("Active Assignment");
  }

  /** How many stretches of at least so many months, each person's own, have passed. */
  private static Column stretch(int least, String name) {
    Column length = draw(name).plus(lit(least));
    Column phase = pmod(xxhash64(ID, lit(name)), length);
    return floor(MONTH.plus(phase).divide(length)).cast("int");
  }

  private static Column year() {
    return floor(MONTH.divide(lit(12)));
  }

  /** A number from 0 to 99 that a person, a name and what is given fix. */
  private static Column draw(String name, Column... of) {
    Column[] all = new Column[of.length + 2];
    all[0] = ID;
    all[1] = lit(name);
    System.arraycopy(of, 0, all, 2, of.length);
    return pmod(xxhash64(all), lit(100));
  }
}
