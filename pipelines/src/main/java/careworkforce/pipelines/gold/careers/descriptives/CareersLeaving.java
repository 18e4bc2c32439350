package careworkforce.pipelines.gold.careers.descriptives;

import careworkforce.common.table.Field;

/**
 * Leaving by all three meanings (methods 2.1). The official leaver rate and stability index are
 * those of NHS Digital, by headcount of those in active service, at work or off sick: a person who
 * goes on parental leave or a career break leaves active service, and so counts; a person who falls
 * sick does not. The two are counted apart and need not sum to one: the rate counts joiners who
 * leave within the year too, and is over the mean of two headcounts. The monthly rates follow the
 * Institute for Fiscal Studies (16159): leave is a state on the payroll and no exit. Leaving the
 * acute sector is their event; leaving every payroll stands beside it.
 *
 * <p>Officially what is left is the specified group, and the headcounts are that group's: the
 * occupation at its level and, broken down by a place, the trust, kind of trust, region or board. A
 * move to another is leaving in the columns {@code _of_group}, and in the columns without it
 * leaving is of all trusts. A breakdown by what a person is has the group of the occupation. A cell
 * that nobody is in at the start has a row all the same, so that those at the end add up over a
 * breakdown.
 */
public final class CareersLeaving extends DescriptiveTable {
  public static final CareersLeaving TABLE = new CareersLeaving();

  public final Field year = yearKey();
  public final Field level = levelKey();
  public final Field occupation = occupationKey();
  public final Field breakdown = breakdownKey();
  public final Field value = valueKey();
  public final Field atStart =
      count(
          "at_start",
          "N0: persons in active service, at work or off sick, on 30 September whose next 30"
              + " September is seen");
  public final Field atEnd =
      count("at_end", "N1: persons in active service on the next 30 September, as described then");
  public final Field leavers =
      count(
          "leavers",
          "L: persons in active service in some month of the year and not on the next 30"
              + " September");
  public final Field leaversOfStart =
      count("leavers_of_start", "L0: those of N0 not in active service on the next 30 September");
  public final Rate leaverRate =
      ratio(
          "leaver_rate",
          "L / ((N0 + N1) / 2): leaving all NHS trusts, official for all staff together; may exceed"
              + " 1, as joiners who leave are in neither",
          "leavers a head of mean headcount");
  public final Rate stability =
      rate(
          "stability_index",
          "(N0 - L0) / N0: not leaving all NHS trusts, official for all staff together",
          "share of those at the start");
  public final Field leaversOfGroup =
      count(
          "leavers_of_group",
          "L of the group: L and those in active service on the next 30 September in another"
              + " occupation of the row's level or, in rows of a trust, trust_type, region or icb,"
              + " in another of these");
  public final Field leaversOfGroupOfStart =
      count("leavers_of_group_of_start", "L0 of the group: those of N0 among leavers_of_group");
  public final Rate leaverRateOfGroup =
      ratio(
          "leaver_rate_of_group",
          "official, of the specified group: leavers_of_group / ((N0 + N1) / 2)",
          "leavers a head of mean headcount");
  public final Rate stabilityOfGroup =
      rate(
          "stability_index_of_group",
          "official, of the specified group: (N0 - leavers_of_group_of_start) / N0",
          "share of those at the start");
  public final Field personMonths =
      count("person_months", "months on a payroll after which leaving can be told");
  public final Field exits =
      count("exits", "of them, followed by an absence of at least the gap, return or not");
  public final Field left = count("left", "persons whose absence lasts to the window's end");
  public final Rate monthlyLeaving =
      rate("monthly_leaving", "exits / person_months, from all NHS trusts", "exits a month");
  public final Rate monthlyLeft =
      rate("monthly_left", "left / person_months", "exits without return a month");
  public final Field acuteMonths =
      count(
          "acute_person_months",
          "months on a payroll of an acute trust after which leaving can be told");
  public final Field acuteExits =
      count(
          "acute_exits",
          "of them, followed by at least the gap on no acute trust's payroll, return or not");
  public final Rate monthlyLeavingAcute =
      rate(
          "monthly_leaving_acute",
          "IFS style: acute_exits / acute_person_months, leaving the acute sector",
          "exits a month");

  private CareersLeaving() {
    super(
        "careers_leaving", "one row a year from 30 September, occupation and value of a breakdown");
    serves("03.17", "leaver rate, stability index and monthly leaving, to set moves against");
    serves("03.18", "leaving by trust, type of trust and occupation");
    serves("03.7", "leaving by age, sex, ethnicity, nationality, band and tenure");
    serves("03.8", "leaving by trust");
    serves("03.9", "leaving by region, board and deprivation of the home");
    limits(
        "03.8",
        "who comes from another trust or occupation within the year and leaves it again by its end"
            + " is no leaver of it, but of that of the year's beginning");
    limits(
        "03.17",
        "a trust's kind is that of the latest list in every year, and a service that goes from an"
            + " acute trust to another kind takes its staff out of the acute sector");
  }
}
