package careworkforce.pipelines.bronze.ashe;

/**
 * Table 15.5a: gross hourly pay by region and occupation, SOC2010 unit groups to 2020, then
 * SOC2020.
 */
public final class AsheOccupationPay extends AsheTable {
  public static final AsheOccupationPay TABLE = new AsheOccupationPay();

  private AsheOccupationPay() {
    super("ashe_occupation_pay", "occupation", false);
  }
}
