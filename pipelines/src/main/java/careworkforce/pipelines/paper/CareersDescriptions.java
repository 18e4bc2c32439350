package careworkforce.pipelines.paper;

import careworkforce.common.table.Field;
import careworkforce.pipelines.gold.careers.CareersMoveCounts;
import careworkforce.pipelines.gold.careers.descriptives.Breakdown;
import careworkforce.pipelines.gold.careers.descriptives.CareersAnchor;
import careworkforce.pipelines.gold.careers.descriptives.CareersGapsLeft;
import careworkforce.pipelines.gold.careers.descriptives.CareersLeaving;
import careworkforce.pipelines.gold.careers.descriptives.CareersPathways;
import careworkforce.pipelines.gold.careers.descriptives.CareersPipelines;
import careworkforce.pipelines.gold.careers.descriptives.CareersProgression;
import careworkforce.pipelines.gold.careers.descriptives.CareersProgressionCohort;
import careworkforce.pipelines.gold.careers.descriptives.CareersRetention;
import careworkforce.pipelines.gold.careers.descriptives.CareersWorkforce;
import careworkforce.pipelines.silver.reference.OccupationGroups;
import java.util.ArrayList;
import java.util.List;

/**
 * Who the staff are, who leaves and stays, how they move and where the entrants come from. Printed
 * are everybody by year, and the last year by occupation and by trait; trusts and boards one by one
 * stand in the tables' files.
 *
 * @param of the lake's parts
 */
record CareersDescriptions(LakeParts of) {
  private static final CareersWorkforce STAFF = CareersWorkforce.TABLE;
  private static final CareersLeaving LEAVING = CareersLeaving.TABLE;
  private static final CareersRetention RETENTION = CareersRetention.TABLE;
  private static final CareersPathways PATHWAYS = CareersPathways.TABLE;
  private static final CareersMoveCounts MOVES = CareersMoveCounts.TABLE;
  private static final CareersProgression RISES = CareersProgression.TABLE;
  private static final CareersProgressionCohort COHORT = CareersProgressionCohort.TABLE;
  private static final CareersPipelines PIPELINES = CareersPipelines.TABLE;
  private static final CareersAnchor ANCHOR = CareersAnchor.TABLE;
  private static final CareersGapsLeft GAPS = CareersGapsLeft.TABLE;

  /** Breakdowns of too many values to print. */
  static final Object[] MANY = {
    Breakdown.ALL, Breakdown.SEX_AGE_GROUP, Breakdown.TRUST, Breakdown.ICB
  };

  private static final String FINEST = "level3";

  List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    parts.addAll(
        cuts(
            "workforce",
            "Staff",
            Selection.of(STAFF),
            List.of(STAFF.year, STAFF.level, STAFF.occupation, STAFF.breakdown, STAFF.value)));
    parts.addAll(
        cuts(
            "leaving",
            "Leaving",
            Selection.of(LEAVING),
            List.of(
                LEAVING.year,
                LEAVING.level,
                LEAVING.occupation,
                LEAVING.breakdown,
                LEAVING.value)));
    parts.addAll(
        cuts(
            "retention",
            "Staying",
            Selection.of(RETENTION),
            List.of(
                RETENTION.year,
                RETENTION.level,
                RETENTION.occupation,
                RETENTION.breakdown,
                RETENTION.value)));
    parts.addAll(new OriginDestination(of).parts());
    parts.add(
        of.selected(
            "pathways",
            "Pathways ranked for further study",
            Selection.of(PATHWAYS).byRank(PATHWAYS.rank),
            "Pay change is nominal."));
    parts.add(
        of.selected(
            "moves",
            "Moves by means and direction",
            Selection.of(MOVES).lastYear(MOVES.year).byMost(MOVES.moves),
            ""));
    parts.add(
        of.selected(
            "progression",
            "Rising within an occupation",
            everybody(Selection.of(RISES).lastYear(RISES.year), RISES.breakdown, RISES.value),
            ""));
    parts.add(
        of.selected(
            "progression_cohort",
            "Where band 5 nurses are years later",
            everybody(Selection.of(COHORT), COHORT.breakdown, COHORT.value),
            ""));
    Selection pipelines = everybody(Selection.of(PIPELINES), PIPELINES.breakdown, PIPELINES.value);
    parts.add(
        of.selected(
            "pipelines",
            "Where new nurses come from",
            pipelines.only(PIPELINES.toGroup, OccupationGroups.NURSES).first(250),
            "Entrants of other groups stand in the table's file."));
    parts.add(
        of.selected(
            "anchor",
            "Work for deprived neighbourhoods",
            Selection.of(ANCHOR).only(ANCHOR.trust, CareersAnchor.ALL),
            "All trusts together; a ratio of 1 is proportional."));
    parts.add(
        of.selected(
            "gaps_left",
            "Gaps that movers left",
            Selection.of(GAPS).lastYear(GAPS.year).byMost(GAPS.movedOn).first(30),
            "The trusts' groups that most staff moved on from."));
    return parts;
  }

  /**
   * Everybody by year, and the last year by occupation and by trait.
   *
   * @param by year, level, occupation, breakdown and value of a table that has them
   */
  private List<Part> cuts(String file, String title, Selection all, List<Field> by) {
    Field year = by.get(0);
    Field level = by.get(1);
    Field occupation = by.get(2);
    Field breakdown = by.get(3);
    Field value = by.get(4);
    Selection everyOccupation = everybody(all, level, occupation);
    return List.of(
        of.selected(
            file + "_by_year",
            title + " by year",
            everybody(everyOccupation, breakdown, value).first(250),
            ""),
        of.selected(
            file + "_by_occupation",
            title + " by occupation",
            everybody(all, breakdown, value).where(level.col().notEqual(FINEST)).lastYear(year),
            ""),
        of.selected(
            file + "_by_trait",
            title + " by trait and place",
            everyOccupation
                .where(org.apache.spark.sql.functions.not(breakdown.col().isin(MANY)))
                .lastYear(year)
                .first(250),
            ""));
  }

  private static Selection everybody(Selection rows, Field dimension, Field value) {
    return rows.only(dimension, Breakdown.ALL).only(value, Breakdown.ALL);
  }
}
