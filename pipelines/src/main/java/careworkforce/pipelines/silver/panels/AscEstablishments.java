package careworkforce.pipelines.silver.panels;

import careworkforce.common.table.Check;
import careworkforce.common.table.CodeList;
import careworkforce.common.table.Counted;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import careworkforce.pipelines.silver.cleaning.CleaningRule;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * Establishments as the workplace extracts of ASC-WDS show them, after the cleaning rules of Skills
 * for Care (methods 2.6). A row that a rule drops stays here under the rule's name; panels take
 * those without one.
 */
public final class AscEstablishments extends Table {
  /** The rules that drop a row, the earlier first. */
  public static final CodeList DROPPED_BY =
      CleaningRule.codes(CleaningRule.dropping(CleaningRule.Of.ESTABLISHMENTS));

  /** How filled posts were found. */
  public static final CodeList FILLED_POSTS_BASIS =
      CodeList.of(
          "basis of filled posts",
          "Skills for Care",
          "equal",
          "worker records equal total staff and are at least 3",
          "mean",
          "mean of both, which differ by under 5 or under a tenth");

  public static final AscEstablishments TABLE = new AscEstablishments();

  public final Field establishmentId =
      key("establishment_id", DataTypes.StringType, "ASC-WDS establishment");
  public final Field month = key("month", DataTypes.DateType, "month of the extract");
  public final Field organisationId =
      field("organisation_id", DataTypes.StringType, "parent if there is one, else itself");
  public final Field providerId = field("provider_id", DataTypes.StringType, "CQC provider");
  public final Field locationId = field("location_id", DataTypes.StringType, "CQC location");
  public final Field establishmentType =
      field("establishment_type", DataTypes.StringType, "esttype: local authority, private …");
  public final Field mainService =
      field("main_service", DataTypes.StringType, "mainstid: 1 nursing, 2 residential home …");
  public final Field region = field("region", DataTypes.StringType, "regionid");
  public final Field council = field("council", DataTypes.StringType, "cssr, three digits");
  public final Field district =
      field("district", DataTypes.StringType, "local authority district by name, of lauthid");
  public final Field amendedOn =
      field("amended_on", DataTypes.DateType, "when the record was last amended");
  public final Field totalStaff =
      field("total_staff", DataTypes.IntegerType, "staff as told; null unless at least 1");
  public final Field workerRecords =
      field("worker_records", DataTypes.IntegerType, "worker records; null unless at least 1");
  public final Field filledPosts =
      field("filled_posts", DataTypes.createDecimalType(8, 1), "filled posts by both counts");
  public final Field filledPostsBasis =
      field("filled_posts_basis", DataTypes.StringType, "how they were found")
          .codes(FILLED_POSTS_BASIS);
  public final Field careWorkers =
      field(
          "care_workers",
          DataTypes.IntegerType,
          "care workers employed; under the rule for 999 null where not known");
  public final Field nurses =
      field("nurses", DataTypes.IntegerType, "registered nurses employed; likewise");
  public final Field starters =
      field("starters", DataTypes.IntegerType, "starters in 12 months; null in a stale return");
  public final Field leavers =
      field("leavers", DataTypes.IntegerType, "leavers in 12 months; null in a stale return");
  public final Field vacancies =
      field("vacancies", DataTypes.IntegerType, "vacancies; null in a stale return");
  public final Field stale =
      field(
              "stale",
              DataTypes.BooleanType,
              "starters, leavers and vacancies, some of which are told, all repeat those of the"
                  + " extract before, null for null")
          .required();
  public final Field droppedBy =
      field("dropped_by", DataTypes.StringType, "rule that drops the row; null if none does")
          .codes(DROPPED_BY);
  public final Field changedBy =
      field(
          "changed_by",
          DataTypes.StringType,
          "rules that blanked or moved a value of the row, with blanks between; null for none");
  public final Field beds =
      field("beds", DataTypes.IntegerType, "places of care home services; null for none told")
          .unit("beds");
  public final Field filledPostsKept =
      field(
          "filled_posts_kept",
          DataTypes.DoubleType,
          "filled posts, those of care homes winsorised by posts a bed");
  public final Field submissions =
      field(
          "submissions",
          DataTypes.IntegerType,
          "different records of the establishment in the extract; the last amended stands here");

  private AscEstablishments() {
    super(
        Layer.SILVER,
        "asc_establishments",
        "one row an establishment and extract",
        Sensitivity.AGGREGATE);
    check(
        Check.should(
            "ROLE_COUNT_KNOWN",
            "no role count is 999, which means not known; some are where"
                + " socialcare.cleaning.role-count-nines is off",
            careWorkers
                .col()
                .notEqual(functions.lit(999))
                .and(nurses.col().notEqual(functions.lit(999)))));
    for (CleaningRule rule : CleaningRule.of(CleaningRule.Of.ESTABLISHMENTS)) {
      count(new Counted(rule.name(), rule.meaning(), rule.drops() ? dropped(rule) : changed(rule)));
    }
    count(
        new Counted(
            "DUPLICATE_SUBMISSION",
            "delivered with other records of the same establishment and extract",
            submissions.col().gt(functions.lit(1))));
    serves("06.1", "the establishment side of the panel, with the rule that drops a row");
    limits("06.2", "about half the sector reports: grossing to 1.6 million needs weights");
    limits(
        "06.14",
        "a total that repeats while another changes is kept: by chance small ones repeat, and a rule"
            + " per column would leave the large");
    serves("06.15", "filled posts and beds, winsorised as Skills for Care does");
  }

  /**
   * First day of the last month of whose staff the row tells: that of the last amendment, since
   * what nobody amends is repeated whoever has left; the extract's where no amendment is told.
   */
  public Column tellsTo() {
    Column amendedIn = functions.trunc(amendedOn.col(), "month");
    return functions.least(month.col(), functions.coalesce(amendedIn, month.col()));
  }

  /** True of a row that a rule drops. */
  public Column dropped(CleaningRule rule) {
    return droppedBy.col().equalTo(functions.lit(rule.name()));
  }

  /** True of a row of which a rule blanked or moved a value. */
  public Column changed(CleaningRule rule) {
    Column rules = functions.coalesce(changedBy.col(), functions.lit(""));
    return functions.array_contains(functions.split(rules, " "), rule.name());
  }
}
