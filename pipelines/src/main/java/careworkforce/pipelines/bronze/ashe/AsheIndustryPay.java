package careworkforce.pipelines.bronze.ashe;

/** Table 5.5a: gross hourly pay by region and industry, SIC2007 divisions. */
public final class AsheIndustryPay extends AsheTable {
  public static final AsheIndustryPay TABLE = new AsheIndustryPay();

  private AsheIndustryPay() {
    super("ashe_industry_pay", "industry", false);
  }
}
