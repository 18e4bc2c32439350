package careworkforce.pipelines.paper;

import careworkforce.common.cli.TableFile;
import careworkforce.common.delta.Lake;
import careworkforce.common.report.Block;
import careworkforce.common.report.Numbers;
import careworkforce.common.report.Page;
import careworkforce.pipelines.gold.EstimateRow;
import careworkforce.pipelines.gold.EstimateTable;
import careworkforce.pipelines.gold.socialcare.SocialcareOutcomeEffects;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two pages for those who decide: what was asked, what was found and how sure it is, in plain
 * sentences whose numbers come from the tables.
 */
final class PolicySummary {
  private static final SocialcareOutcomeEffects EFFECTS = SocialcareOutcomeEffects.TABLE;

  private final Lake lake;
  private final List<Part> maps;
  private final int nearKm;

  PolicySummary(Lake lake, List<Part> maps, int nearKm) {
    this.lake = lake;
    this.maps = maps;
    this.nearKm = nearKm;
  }

  Page page(boolean synthetic) {
    Optional<EstimateRow> main =
        rows(EFFECTS).stream().filter(SocialcareClaims.headline()::isAbout).findFirst();
    List<Block> found = new ArrayList<>();
    for (Claim claim : SocialcareClaims.all(nearKm)) {
      rows(claim.table()).stream()
          .filter(claim::isAbout)
          .findFirst()
          .ifPresentOrElse(
              row -> found.add(Block.prose(claim.sentence(row))),
              () -> found.add(Block.note("Not estimated here: " + claim.question() + ".")));
    }
    Page page =
        new Page(
                "Does staff turnover in care homes harm residents?",
                "A summary for policy",
                TableFile.NOT_CHECKED + " Made by careworkforce.",
                synthetic)
            .section("What was asked", asked())
            .section("What was found", found.toArray(Block[]::new))
            .section("How sure this is", sure(main));
    maps.forEach(map -> page.section("Where", map.blocks().toArray(Block[]::new)));
    return page.section("What this does not show", limits(main));
  }

  private List<EstimateRow> rows(EstimateTable table) {
    return new LakeParts(lake).rows(table);
  }

  private static Block[] asked() {
    return new Block[] {
      Block.prose(
          "Care homes lose staff to better pay and new jobs elsewhere. Whether that harms the people"
              + " cared for is hard to see, because what makes staff leave, such as an outbreak, may"
              + " itself change how often residents come to hospital."),
      Block.prose(
          "The study follows care homes month by month and asks what happens to residents when staff"
              + " leave for reasons that lie outside the home: wages rising elsewhere in the area.")
    };
  }

  private static Block[] sure(Optional<EstimateRow> main) {
    String rests =
        main.map(
                row ->
                    "The estimate for unplanned arrivals at A&E rests on "
                        + Numbers.whole(row.observations())
                        + " months of care homes in "
                        + Numbers.whole(row.clusters())
                        + " travel-to-work areas. ")
            .orElse("");
    return new Block[] {
      Block.prose(
          rests
              + "Each home is compared with itself and with the other homes of"
              + " its region in the same month. Intervals are at 95% and allow for homes of one area"
              + " being alike; that of pay in other local jobs, for areas of like industries too."),
      Block.prose(
          "The index of pay in other local jobs weights each industry by the share of leavers who go"
              + " to it and by its share of the area's jobs over that of England. These weights do"
              + " not add up to one: if pay rises by a tenth in all of them, the index rises by about"
              + " 0.1 times the sum of its weights, which differs between areas."),
      Block.prose(
          "Estimates are effects only if wages elsewhere reach residents through staff alone. Where a"
              + " sentence says 'goes together', no such claim is made.")
    };
  }

  private static Block[] limits(Optional<EstimateRow> main) {
    String months =
        main.map(
                row ->
                    " The main estimates are of "
                        + row.sample()
                        + "; later ones are left out."
                        + " Those of stores that open and of the home's own pay are of every month"
                        + " that homes report, COVID's among them.")
            .orElse("");
    return new Block[] {
      Block.prose(
          "Staff are seen where homes report to the Adult Social Care Workforce Data Set, about half"
              + " of the sector. Residents are found by their registered address, which misses about a"
              + " fifth of them."
              + months),
      Block.prose(
          "The estimates say what turnover does at the margin of homes that lose staff to outside"
              + " wages; they do not say what a given policy would cost or achieve.")
    };
  }
}
