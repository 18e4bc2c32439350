package careworkforce.pipelines.bronze.bres;

/** Local units of the Inter-Departmental Business Register: {@code NM_141_1}. */
public final class BusinessCounts extends NomisTable {
  public static final BusinessCounts TABLE = new BusinessCounts();

  private BusinessCounts() {
    super("business_counts", "one row a year, local authority district and industry");
    serves("06.9", "business information of the Office for National Statistics");
  }
}
