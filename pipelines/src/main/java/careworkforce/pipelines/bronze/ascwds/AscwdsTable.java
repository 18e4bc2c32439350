package careworkforce.pipelines.bronze.ascwds;

import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import careworkforce.common.ingest.Layout;
import careworkforce.common.ingest.LayoutDraft;
import careworkforce.common.ingest.Parse;
import careworkforce.common.ingest.WideTable;
import careworkforce.common.table.Check;
import careworkforce.common.table.Field;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.time.Month;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;

/**
 * What the workplace, worker and leaver files of ASC-WDS have in common: the columns that place a
 * row, and two layouts. Before 2019 (NMDS-SC) files have commas and American dates, from then on
 * bars and British ones: unverified, but for the date form, and older files may lack the columns
 * added since. A folder has the day of the run, and the files tell of the day before (layouts 1.5):
 * one of the first of July tells of June. Numbers that mean no number are kept as delivered; see
 * {@link AscwdsSentinels}.
 */
abstract class AscwdsTable extends WideTable {
  private static final Month FIRST_WITH_BARS = Month.of(2019, 1);

  /** Ids of workplaces, of which one in eleven has the check digit of an NHS number. */
  private static final String[] WORKPLACE_IDS = {
    "establishmentid", "tribalid", "parentid", "orgid", "nmdsid", "providerid", "locationid"
  };

  private static final Parse BRITISH = Parse.date("dd/MM/yyyy");
  private static final Parse AMERICAN = Parse.date("MM/dd/yyyy");

  public final Field extractPeriod =
      take(
          "period",
          field("extract_period", StringType, "month of the extract, such as M202106"),
          Parse.text());
  public final Field establishmentid =
      take("establishmentid", StringType, "establishment", Parse.text()).required();
  public final Field orgid =
      take("orgid", StringType, "itself if a parent, else its parent, else itself", Parse.text());
  public final Field providerid = take("providerid", StringType, "CQC provider", Parse.text());
  public final Field locationid = take("locationid", StringType, "CQC location", Parse.text());
  public final Field esttype =
      take("esttype", StringType, "1, 3 local authority, 6 private, 7 voluntary, 8", Parse.text());
  public final Field regionid = take("regionid", StringType, "region, 1 to 9", Parse.text());
  public final Field cssr =
      take("cssr", StringType, "council with social services responsibilities", Parse.text());
  public final Field mainstid =
      take("mainstid", StringType, "main service, 1 with nursing, 2 without", Parse.text());

  AscwdsTable(String name, String grain, Sensitivity sensitivity, String columns) {
    super(name, grain, sensitivity, columns);
    check(
        Check.should(
            "MONTH_AS_NAMED",
            "the month that the row tells is that of the file's name",
            when(extractPeriod.col().like("M______"), extractPeriod.col().equalTo(ofName()))));
    check(AscwdsCodes.known(esttype, AscwdsCodes.ESTABLISHMENT_TYPE));
    check(AscwdsCodes.known(mainstid, AscwdsCodes.MAIN_SERVICE));
  }

  private Column ofName() {
    return concat(lit("M"), date_format(period.col(), "yyyyMM"));
  }

  final Field date(String header, String meaning) {
    return take(header, DateType, meaning, BRITISH);
  }

  final Field count(String header, String meaning) {
    return take(header, IntegerType, meaning, Parse.integer());
  }

  /** The file's layouts; columns other than those needed may be missing. */
  final List<Layout> layouts(String kind, Set<String> needed, String... notPersonal) {
    LayoutDraft commas = named("nmds-sc-" + kind, kind).delimiter(',').to(FIRST_WITH_BARS.plus(-1));
    LayoutDraft bars = named("asc-wds-" + kind, kind).delimiter('|').from(FIRST_WITH_BARS);
    Set<String> mayLack = headersBut(needed);
    return List.of(
        takeAll(commas, mayLack, parse -> parse == BRITISH ? AMERICAN : parse)
            .notPersonal(notPersonal)
            .notPersonal(WORKPLACE_IDS)
            .layout(),
        takeAll(bars, mayLack).notPersonal(notPersonal).notPersonal(WORKPLACE_IDS).layout());
  }

  private static LayoutDraft named(String id, String kind) {
    return Layout.named(id)
        .files(
            "(?:"
                + kind
                + "_(?=\\d{6}\\.csv))?(?<year>\\d{4})(?<month>\\d{2})(?:(?<runday>\\d{2})/"
                + kind
                + "|(?<="
                + kind
                + "_\\d{6}))\\.csv")
        .foldHeaders();
  }
}
