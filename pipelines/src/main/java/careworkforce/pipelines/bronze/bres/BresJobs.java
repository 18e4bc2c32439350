package careworkforce.pipelines.bronze.bres;

/**
 * Employment of the Business Register and Employment Survey: {@code NM_172_1} for 2009 to 2014,
 * {@code NM_189_1} from 2015. The second counts units that pay by PAYE alone, the first does not:
 * levels break between them, and {@code source_file} tells which a row is of.
 */
public final class BresJobs extends NomisTable {
  public static final BresJobs TABLE = new BresJobs();

  private BresJobs() {
    super("bres_jobs", "one row a year, local authority district and industry");
    serves("06.11", "which jobs there are in an area");
    serves("06.9", "business information of the Office for National Statistics");
  }
}
