package careworkforce.pipelines.silver.spells;

import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import careworkforce.pipelines.bronze.ascwds.AscwdsCodes;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * Work at one establishment. The worker extracts say who is there, the cumulative leaver extract
 * when and why somebody went; it lacks the person's key, which is found again through {@code
 * workerid} in an earlier worker extract (layouts.md facts 2 and 3).
 */
public final class AscWorkerSpells extends Table {
  /** What is known of a spell's end. */
  public static final CodeList END =
      CodeList.of(
          "end of a worker spell",
          "a proposal of this project",
          "left",
          "in the leaver extract",
          "open",
          "in the last extract",
          "vanished",
          "the establishment goes on reporting without the worker, and tells no leaving",
          "stopped_reporting",
          "the establishment stops reporting");

  private static final List<String> NO_SOURCE =
      List.of(AscwdsCodes.PROMOTED, AscwdsCodes.SOURCE_NOT_KNOWN);

  public static final AscWorkerSpells TABLE = new AscWorkerSpells();

  public final Field establishmentId =
      key("establishment_id", DataTypes.StringType, "ASC-WDS establishment");
  public final Field workerId =
      key("worker_id", DataTypes.StringType, "the person at this establishment");
  public final Field personId =
      field(
          "person_id",
          DataTypes.StringType,
          "pseudonym across establishments; null without national insurance number or birth date");
  public final Field startedOn =
      field(
          "started_on",
          DataTypes.DateType,
          "start in the main job: the last told, unless it is after the month first seen, as a"
              + " promotion's, or else the earliest told; where neither is, the month first seen");
  public final Field startAssumed =
      field(
          "start_assumed",
          DataTypes.BooleanType,
          "no start is told that is not after the month first seen");
  public final Field firstSeen =
      field("first_seen", DataTypes.DateType, "month of the first worker extract; null for none");
  public final Field lastSeen =
      field("last_seen", DataTypes.DateType, "month of the last worker extract; null for none");
  public final Field endedOn =
      field("ended_on", DataTypes.DateType, "latest day of leaving by the leaver extract");
  public final Field end =
      field("end", DataTypes.StringType, "what is known of the end").required().codes(END);
  public final Field reason =
      field("reason", DataTypes.StringType, "reason for leaving, as worded in the extract");
  public final Field destination =
      field("destination", DataTypes.StringType, "destination told by the reason")
          .codes(LeavingReason.DESTINATIONS);
  public final Field jobRole = field("job_role", DataTypes.StringType, "mainjrid, latest");
  public final Field contract = field("contract", DataTypes.StringType, "emplstat, latest");
  public final Field recruitedFrom =
      field("recruited_from", DataTypes.StringType, "scerec; null where not recorded");
  public final Field age = field("age", DataTypes.IntegerType, "age, latest").unit("years");
  public final Field firstPay =
      field(
              "first_pay",
              DataTypes.createDecimalType(9, 2),
              "hourly rate when first told, between 2.50 and 200 under the rule for pay")
          .unit("£ an hour");
  public final Field lastPay =
      field("last_pay", DataTypes.createDecimalType(9, 2), "hourly rate when last told, likewise")
          .unit("£ an hour");

  private AscWorkerSpells() {
    super(
        Layer.SILVER,
        "asc_worker_spells",
        "one row a worker at an establishment",
        Sensitivity.PERSONAL);
    serves("06.1", "the worker side of the panel, followed across establishments by person key");
    serves("06.5", "destinations told on leaving, in the extract's own words and grouped");
    limits("06.5", "who is dismissed or leaves for a reason without destination tells none");
    limits("06.13", "not found elsewhere in ASC-WDS is not exit: half the sector reports");
  }

  /**
   * True of a leaver whose destination is told: another care employer, the health sector, a
   * different sector or retirement. Reasons that tell none, such as dismissal, and another role in
   * the organisation, which is no leaving, are not.
   */
  public Column destinationTold() {
    return functions.coalesce(destination.col().isin(LeavingReason.TOLD), functions.lit(false));
  }

  /**
   * True of a worker whose start nobody tells and who is there in a month already, such as that of
   * the establishment's first extract, or in the first extract of its workers if that is later:
   * whether somebody started then is not known.
   *
   * @param month first day of the month
   * @param firstOfWorkers month of the first extract that tells of any worker of the establishment
   */
  public Column cameWith(Column month, Column firstOfWorkers) {
    return cameWith(functions.greatest(month, firstOfWorkers));
  }

  /** The same where workers are told of in the month. */
  public Column cameWith(Column month) {
    return functions
        .coalesce(startAssumed.col(), functions.lit(false))
        .and(startedOn.col().leq(month));
  }

  /**
   * True of a recruit whose source is known. A source that is told as not known is not, nor is a
   * promotion or transfer within the organisation, which is no recruiting.
   */
  public Column sourceTold() {
    return recruitedFrom
        .col()
        .isNotNull()
        .and(functions.not(recruitedFrom.col().isin(NO_SOURCE.toArray())));
  }
}
