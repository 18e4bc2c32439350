package careworkforce.pipelines.gold.careers.descriptives;

import careworkforce.common.table.Field;

/**
 * Leaving by both meanings (methods 2.1). The official leaver rate and stability index are those of
 * NHS Digital, by headcount of those at work: who goes on parental leave or a career break leaves
 * active service, and so counts. The two are counted apart and need not sum to one: the rate counts
 * joiners who leave within the year too, and is over the mean of two headcounts. The monthly rates
 * follow the Institute for Fiscal Studies (16159): leave is a state on the payroll and no exit, and
 * leaving is an absence from every payroll.
 *
 * <p>The group that is left is the staff of all trusts: a move to another trust or occupation is no
 * leaving here, and stands in {@link CareersRetention}. A cell that nobody is in at the start has a
 * row all the same, so that those at the end add up over a breakdown.
 */
public final class CareersLeaving extends DescriptiveTable {
  public static final CareersLeaving TABLE = new CareersLeaving();

  public final Field year = yearKey();
  public final Field level = levelKey();
  public final Field occupation = occupationKey();
  public final Field breakdown = breakdownKey();
  public final Field value = valueKey();
  public final Field atStart =
      count("at_start", "N0: persons at work on 30 September whose next 30 September is seen");
  public final Field atEnd =
      count("at_end", "N1: persons at work on the next 30 September, as described then");
  public final Field leavers =
      count(
          "leavers",
          "L: persons at work in some month of the year and not at work on the next 30 September");
  public final Field leaversOfStart =
      count("leavers_of_start", "L0: those of N0 not at work on the next 30 September");
  public final Rate leaverRate =
      ratio(
          "leaver_rate",
          "official: L / ((N0 + N1) / 2); may exceed 1, as joiners who leave are in neither",
          "leavers a head of mean headcount");
  public final Rate stability =
      rate(
          "stability_index",
          "official: (N0 - L0) / N0; leaving is of all NHS trusts, and that of the trust or"
              + " occupation group alone is in careers_retention",
          "share of those at the start");
  public final Field personMonths =
      count("person_months", "months on a payroll after which leaving can be told");
  public final Field exits =
      count("exits", "of them, followed by an absence of at least the gap, return or not");
  public final Field left = count("left", "persons whose absence lasts to the window's end");
  public final Rate monthlyLeaving =
      rate("monthly_leaving", "IFS style: exits / person_months", "exits a month");
  public final Rate monthlyLeft =
      rate("monthly_left", "left / person_months", "exits without return a month");

  private CareersLeaving() {
    super(
        "careers_leaving", "one row a year from 30 September, occupation and value of a breakdown");
    serves("03.17", "leaver rate, stability index and monthly leaving, to set moves against");
    serves("03.18", "leaving by trust, type of trust and occupation");
    serves("03.7", "leaving by age, sex, ethnicity, nationality, band and tenure");
    serves("03.8", "leaving by trust");
    serves("03.9", "leaving by region, board and deprivation of the home");
  }
}
