package careworkforce.pipelines.silver.cleaning;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.conf.Setting;
import careworkforce.common.job.Inputs;
import careworkforce.common.table.CodeList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.spark.sql.Column;

/**
 * The published cleaning rules of ASC-WDS (methods 2.6), in the order in which they are tried, and
 * one of this project's own: ASC-WDS bounds pay that is typed in, and none that is uploaded. Each
 * has a switch, {@code socialcare.cleaning.<name>}. Skills for Care's list of duplicate submissions
 * is not public, so that only duplicates of a location are known.
 */
public enum CleaningRule {
  TEST_ORGANISATION(Set.SKILLS_FOR_CARE, Of.ESTABLISHMENTS, true, "an organisation made for tests"),
  NOT_UPDATED(
      Set.SKILLS_FOR_CARE,
      Of.ESTABLISHMENTS,
      true,
      "not amended in the 24 months before the extract; of a parent, nor any of its workplaces"),
  DUPLICATE_LOCATION(
      Set.SKILLS_FOR_CARE,
      Of.ESTABLISHMENTS,
      true,
      "a CQC location of two establishments in one extract that no rule before drops"),
  NO_STAFF(
      Set.SKILLS_FOR_CARE,
      Of.ESTABLISHMENTS,
      false,
      "total staff, or worker records, under 1 are not known"),
  ROLE_COUNT_NINES(
      Set.SKILLS_FOR_CARE, Of.ESTABLISHMENTS, false, "a role count of 999 is not known"),
  COUNTS_APART(
      Set.SKILLS_FOR_CARE,
      Of.ESTABLISHMENTS,
      false,
      "total staff and worker records that differ by 5 and a tenth, or are equal and under 3, tell"
          + " no filled posts"),
  REPEATED_TOTALS(
      Set.SKILLS_FOR_CARE,
      Of.ESTABLISHMENTS,
      false,
      "starters, leavers and vacancies that all repeat the extract before are not known"),
  POSTS_PER_BED(
      Set.SKILLS_FOR_CARE,
      Of.ESTABLISHMENTS,
      false,
      "filled posts of a care home beyond the 2.5th or 97.5th percentile of (posts - expected) /"
          + " sqrt(expected), and beyond 0.75 to 5 posts a bed, are put there"),
  PERSONAL_ASSISTANT(Set.SKILLS_FOR_CARE, Of.WORKERS, true, "a personal assistant, job role 33"),
  NOT_UPDATED_LATELY(
      Set.KENT, Of.WORKERS, true, "of an establishment not amended in the 6 months before"),
  IDS_MISSING(
      Set.KENT,
      Of.WORKERS,
      true,
      "of an establishment that lacks the person key of over a quarter of its care staff"),
  NO_PERSON_KEY(Set.KENT, Of.WORKERS, true, "without a person key"),
  REPEATED_WORKER(Set.KENT, Of.WORKERS, true, "a second entry of one person at an establishment"),
  AGE(Set.KENT, Of.WORKERS, true, "outside ages 16 to 59, or of unknown age"),
  HOME_CARE(
      Set.KENT, Of.WORKERS, true, "in home care, whose hourly pay may be of contact time alone"),
  PAY_BOUNDS(
      Set.PROPOSAL,
      Of.WORKERS,
      false,
      "hourly pay below £2.50 or above £200 is not known, of the salaried too");

  /** Who published a rule. */
  public enum Set {
    SKILLS_FOR_CARE("Skills for Care, NMDSdevopsServiceAdm/DataEngineering @35455bde"),
    KENT("Vadean, Allan and Teo, Labour supply in social care, gov.scot, pages 4, 8, 9"),
    PROPOSAL("a proposal of this project, with the bounds of ASC-WDS for pay typed in online");

    private final String source;

    Set(String source) {
      this.source = source;
    }
  }

  /** What a row is that a rule looks at. */
  public enum Of {
    ESTABLISHMENTS,
    WORKERS
  }

  private final Set set;
  private final Of of;
  private final boolean drops;
  private final String meaning;
  private final Setting<Boolean> setting;

  CleaningRule(Set set, Of of, boolean drops, String meaning) {
    this.set = set;
    this.of = of;
    this.drops = drops;
    this.meaning = meaning;
    this.setting =
        Setting.flag(
            "socialcare.cleaning." + name().toLowerCase(Locale.ROOT).replace('_', '-'), meaning);
  }

  /** Who published it. */
  public Set set() {
    return set;
  }

  /** What its rows are. */
  public Of of() {
    return of;
  }

  /** Whether it drops a row; else it blanks or moves a value of one. */
  public boolean drops() {
    return drops;
  }

  /** What it says. */
  public String meaning() {
    return meaning;
  }

  /** Its switch. */
  public Setting<Boolean> setting() {
    return setting;
  }

  /** Whether it is switched on. */
  public boolean on(Inputs inputs) {
    return inputs.value(setting);
  }

  /**
   * The first rule switched on that holds of a row, by name; null for none.
   *
   * @param holds when each rule holds
   */
  public static Column first(Inputs inputs, Map<CleaningRule, Column> holds) {
    Column name = lit(null).cast("string");
    List<CleaningRule> last = new ArrayList<>(holds.keySet());
    last.sort(Comparator.reverseOrder());
    for (CleaningRule rule : last) {
      name = rule.on(inputs) ? when(holds.get(rule), lit(rule.name())).otherwise(name) : name;
    }
    return name;
  }

  /** Rules that look at a kind of row, in their order. */
  public static List<CleaningRule> of(Of of) {
    return some(rule -> rule.of == of);
  }

  /** The rules that drop rows of a kind. */
  public static List<CleaningRule> dropping(Of of) {
    return some(rule -> rule.drops && rule.of == of);
  }

  /** The rules that change values of rows of a kind. */
  public static List<CleaningRule> changing(Of of) {
    return some(rule -> !rule.drops && rule.of == of);
  }

  private static List<CleaningRule> some(Predicate<CleaningRule> which) {
    return Arrays.stream(values()).filter(which).toList();
  }

  /** The switches of some rules. */
  public static List<Setting<?>> settings(List<CleaningRule> rules) {
    List<Setting<?>> settings = new ArrayList<>();
    rules.forEach(rule -> settings.add(rule.setting));
    return settings;
  }

  /** Some rules as codes of a column. */
  public static CodeList codes(List<CleaningRule> rules) {
    String[] codes =
        rules.stream()
            .flatMap(rule -> java.util.stream.Stream.of(rule.name(), rule.meaning))
            .toArray(String[]::new);
    String source =
        String.join("; ", rules.stream().map(rule -> rule.set.source).distinct().toList());
    return CodeList.of("cleaning rule", source, codes);
  }
}
