package careworkforce.pipelines.bronze.hes;

import careworkforce.common.time.Month;
import careworkforce.pipelines.synthetic.Cells;
import careworkforce.pipelines.synthetic.WideRow;
import java.util.List;

/** What the synthetic HES files write alike: one extract, made when all years had the token. */
final class HesText {
  private static final int LONG_KEYS = Month.of(2021, 4).number();

  private HesText() {}

  static WideRow row(List<String> headers, char delimiter, List<String> filled) {
    return new WideRow(headers, delimiter, filled, column -> "");
  }

  /** The header with the person key as the extract names it. */
  static String header(WideRow row) {
    return row.header().replace(HesVintages.PERSON, HesCodes.TOKEN);
  }

  /** Twelve digits to March 2021, twenty from then on. */
  static void key(int month, long key, StringBuilder to) {
    to.append(month < LONG_KEYS ? "" : "20210401").append(key);
  }

  /** {@code 1415} for the financial year 2014/15. */
  static void financialYear(int month, StringBuilder to) {
    int year = Math.floorDiv(month - 3, 12);
    Cells.two(year % 100, to);
    Cells.two((year + 1) % 100, to);
  }
}
