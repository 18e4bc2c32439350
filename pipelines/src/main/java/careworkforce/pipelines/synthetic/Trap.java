package careworkforce.pipelines.synthetic;

import careworkforce.common.conf.Setting;
import java.util.Locale;

/**
 * What goes wrong in real deliveries, planted here at a rate that a setting gives. Each is counted
 * in {@code truth.json} as {@code trap_<name>}; a rule of the pipelines stands against each.
 */
public enum Trap {
  MERGER_NEW_ASSIGNMENT("share of staff of a merging trust who are given a new assignment number"),
  MAIN_SWAP("share of staff with two substantive posts whose hours swap between the posts"),
  PAYROLL_ABSENCE("share of person-months missing from payroll though the person stays"),
  PARENTAL_LEAVE("chance a month that a woman of 22 to 42 begins a parental leave"),
  OCCUPATION_FLICKER("share of person-months with a wrong occupation code for that month alone"),
  SECOND_POST("share of staff who hold a second substantive post in another occupation"),
  BANK_POST("share of staff who hold a bank assignment beside their own"),
  RETURN_AFTER_LEAVING("share of NHS leavers who come back after 4 to 24 months"),
  EXACT_DUPLICATE("share of delivered rows that stand twice in their file"),
  BAD_DATE("share of delivered rows followed by a copy with an impossible date"),
  BAD_NUMBER("share of delivered rows followed by a copy with an unreadable number"),
  UNKNOWN_CODE("share of delivered rows followed by a copy with a code that is in no list"),
  REREGISTRATION("chance a year that a home goes on under a new provider and location id"),
  DUAL_REGISTRATION("share of homes registered twice at the same time"),
  SHARED_UPRN("share of homes that share their property reference with another home"),
  AE_DUPLICATE("share of A&E arrivals recorded twice within the hour"),
  AE_DUPLICATE_MIDNIGHT("share of A&E arrivals recorded twice, before and after midnight"),
  AE_FOLLOW_UP("planned follow-up attendances for each arrival"),
  COVID_BREAK("A&E arrivals a resident-month fewer from March 2020 to June 2021"),
  ROLE_COUNT_999("share of workplace rows whose care worker count is 999, not known"),
  STALE_VACANCIES("share of employers that repeat old totals for a year and a half"),
  CODE_NOT_RECORDED("share of worker rows whose pay and sickness are -1 or -2"),
  NO_PERSON_KEY("share of care workers without national insurance number, so without person key"),
  ASCWDS_JOINING_AND_LEAVING("chance a month that a care employer joins ASC-WDS, or leaves it"),
  TEST_ESTABLISHMENT("test establishments for each region in every workplace file");

  private final Setting<Double> setting;

  Trap(String meaning) {
    String key = "synthetic.traps." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    this.setting = Setting.number(key, "", meaning, 0, 1);
  }

  /** The setting of its rate. */
  public Setting<Double> setting() {
    return setting;
  }

  /** Its name in {@code truth.json}. */
  public String tally() {
    return "trap_" + name().toLowerCase(Locale.ROOT);
  }
}
