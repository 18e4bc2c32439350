package careworkforce.pipelines.bronze.ashe;

/** Table 5.5b: coefficients of variation of {@link AsheIndustryPay}. */
public final class AsheIndustryQuality extends AsheTable {
  public static final AsheIndustryQuality TABLE = new AsheIndustryQuality();

  private AsheIndustryQuality() {
    super("ashe_industry_quality", "industry", true);
  }
}
