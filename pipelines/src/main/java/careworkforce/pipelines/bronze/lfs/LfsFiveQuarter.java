package careworkforce.pipelines.bronze.lfs;

/** The five-quarter longitudinal Labour Force Survey. */
public final class LfsFiveQuarter extends LfsLongitudinal {
  public static final LfsFiveQuarter TABLE = new LfsFiveQuarter();

  private LfsFiveQuarter() {
    super("lfs_five_quarter", 5);
  }
}
