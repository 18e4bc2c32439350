package careworkforce.pipelines.bronze.ascwds;

import static org.apache.spark.sql.types.DataTypes.StringType;

import careworkforce.common.ingest.Parse;
import careworkforce.common.table.Field;
import careworkforce.common.table.Sensitivity;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The workplace file of ASC-WDS, 726 columns: one row an establishment. */
public final class AscwdsWorkplaces extends AscwdsTable {
  private static final Pattern ROLE_COUNT =
      Pattern.compile("jr\\d\\d(perm|temp|pool|agcy|oth|emp|work|strt|stop|vacy)");
  private static final Pattern PLACES = Pattern.compile("st\\d\\d(cap|util)");
  public static final AscwdsWorkplaces TABLE = new AscwdsWorkplaces();

  public final Field lauthid =
      take("lauthid", StringType, "local authority district", Parse.text());
  public final Field isparent = take("isparent", StringType, "1 for a parent", Parse.text());
  public final Field mupddate = date("mupddate", "last amended");
  public final Field totalstaff = count("totalstaff", "staff as told");
  public final Field wkrrecs = count("wkrrecs", "worker records");
  public final Field totalstarters = count("totalstarters", "starters in twelve months");
  public final Field totalleavers = count("totalleavers", "leavers in twelve months");
  public final Field totalvacancies = count("totalvacancies", "vacancies");
  public final Field jr08emp = count("jr08emp", "care workers employed; 999 is not known");
  public final Field jr16emp = count("jr16emp", "registered nurses employed; 999 is not known");
  private final Map<String, Field> repeated = new HashMap<>();

  private AscwdsWorkplaces() {
    super(
        "ascwds_workplace",
        "one row an establishment and extract",
        Sensitivity.AGGREGATE,
        "workplace_columns.tsv");
    repeated.put("jr08emp", jr08emp);
    repeated.put("jr16emp", jr16emp);
    for (String header : headers()) {
      if (ROLE_COUNT.matcher(header).matches() && !repeated.containsKey(header)) {
        repeated.put(header, count(header, "posts of a job role; 999 is not known"));
      } else if (PLACES.matcher(header).matches()) {
        repeated.put(header, count(header, "places or persons of a service"));
      }
    }
    others();
    serves("06.1", "every establishment that reports, as delivered");
  }

  /**
   * The posts of a job role; see {@link AscwdsSentinels#knownBelowNines}.
   *
   * @param role two digits such as {@code 08}; 28 to 32 are totals of groups
   * @param kind perm, temp, pool, agcy, oth, emp, work, strt, stop or vacy
   */
  public Field role(String role, String kind) {
    return repeated("jr" + role + kind);
  }

  /**
   * The places of a service.
   *
   * @param service two digits such as {@code 01}
   * @param kind cap for places, util for persons using them
   */
  public Field service(String service, String kind) {
    return repeated("st" + service + kind);
  }

  private Field repeated(String header) {
    Field field = repeated.get(header);
    if (field == null) {
      throw new IllegalArgumentException("the workplace file has no column " + header);
    }
    return field;
  }
}
