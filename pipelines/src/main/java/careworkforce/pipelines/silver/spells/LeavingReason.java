package careworkforce.pipelines.silver.spells;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.table.CodeList;
import org.apache.spark.sql.Column;

/**
 * The leaver extract's reason, which is text and was worded anew in January 2025 (layouts.md fact
 * 4). Both wordings are read by the words they share.
 */
final class LeavingReason {
  /** Where a leaver went, as far as the reason tells. */
  static final CodeList DESTINATIONS =
      CodeList.of(
          "destination of a care worker",
          "grouped from the leaving reasons of ASC-WDS",
          "adult_social_care",
          "another adult social care employer",
          "health",
          "a role in the health sector",
          "other_sector",
          "a different sector, such as retail",
          "same_organisation",
          "another role in this organisation",
          "retired",
          "retired",
          "unknown",
          "any other reason, by choice or not, dismissal and 'not known' among them: no"
              + " destination is told");

  /** Destinations that are told and outside the organisation. */
  static final Object[] TOLD = {"adult_social_care", "health", "other_sector", "retired"};

  private LeavingReason() {}

  static Column destination(Column reason) {
    return when(reason.rlike("(?i)adult social care employer"), lit("adult_social_care"))
        .when(reason.rlike("(?i)health sector"), lit("health"))
        .when(reason.rlike("(?i)different sector"), lit("other_sector"))
        .when(
            reason.rlike("(?i)(role|job).*(this|your|the same) organisation"),
            lit("same_organisation"))
        .when(reason.rlike("(?i)retired"), lit("retired"))
        .when(reason.isNotNull(), lit("unknown"));
  }
}
