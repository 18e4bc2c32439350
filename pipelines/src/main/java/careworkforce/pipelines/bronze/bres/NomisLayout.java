package careworkforce.pipelines.bronze.bres;

import careworkforce.common.ingest.Layout;
import careworkforce.common.ingest.LayoutDraft;
import careworkforce.common.ingest.Parse;

/** The fields of a Nomis download, by data set. */
final class NomisLayout {
  private NomisLayout() {}

  /** The layout of a data set's files, {@code NM_189_1_2019.csv}. */
  static LayoutDraft of(String dataSet, NomisTable table) {
    return Layout.named("nomis-" + dataSet)
        .files(dataSet + "_(?<year>\\d{4})\\.csv")
        .take("DATE_NAME", table.date, Parse.integer())
        .take("GEOGRAPHY_TYPE", table.geographyType, Parse.text())
        .take("GEOGRAPHY_NAME", table.geographyName, Parse.text())
        .take("GEOGRAPHY_CODE", table.geographyCode, Parse.text())
        .take("INDUSTRY_NAME", table.industryName, Parse.text())
        .take("OBS_VALUE", table.value, Parse.wholeNumber())
        .take("OBS_STATUS_NAME", table.status, Parse.text())
        .take("RECORD_COUNT", table.records, Parse.rowsOfFile())
        .takeIfThere("MEASURES_NAME", table.measures, Parse.text());
  }
}
