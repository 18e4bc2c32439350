package careworkforce.pipelines.gold.socialcare.retail;

import careworkforce.pipelines.gold.EstimateTable;

/**
 * A direct test of "workers leave for better paid retail jobs" on where leavers of care homes went:
 * what share goes to a different sector, whether those were paid less next to the outside wage than
 * others who left the same home, whether the share answers to the gap, and whether more go when a
 * store opens near. The ASC-WDS words the destination "a different sector (e.g. retail)" and does
 * not part retail from it.
 */
public final class SocialcareRetailPay extends EstimateTable {
  public static final SocialcareRetailPay TABLE = new SocialcareRetailPay();

  private SocialcareRetailPay() {
    super("socialcare_retail_pay", "one row a test");
    serves("06.25", "leavers to other sectors, their pay gap, and openings of stores nearby");
    limits(
        "06.25",
        "leavers are those whose destination is told: another care employer, the health sector, a"
            + " different sector or retirement; reasons that tell none, dismissal among them, and"
            + " another role in the organisation are left out");
    limits("06.25", "months of COVID are in: leavers and openings are those of all quarters");
    limits("06.25", "retail is not parted from other sectors, and its own pay is not delivered");
  }
}
