package careworkforce.pipelines.bronze.ashe;

/** Table 15.5b: coefficients of variation of {@link AsheOccupationPay}. */
public final class AsheOccupationQuality extends AsheTable {
  public static final AsheOccupationQuality TABLE = new AsheOccupationQuality();

  private AsheOccupationQuality() {
    super("ashe_occupation_quality", "occupation", true);
  }
}
