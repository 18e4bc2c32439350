package careworkforce.pipelines.bronze.lfs;

/** The two-quarter longitudinal Labour Force Survey. */
public final class LfsTwoQuarter extends LfsLongitudinal {
  public static final LfsTwoQuarter TABLE = new LfsTwoQuarter();

  private LfsTwoQuarter() {
    super("lfs_two_quarter", 2);
  }
}
