package careworkforce.pipelines.silver.careers;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.months_between;
import static org.apache.spark.sql.functions.upper;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.table.CodeList;
import org.apache.spark.sql.Column;

/** The groups that NHS staff are counted in: of age, tenure, ethnicity and nationality. */
final class PersonGroups {
  static final CodeList AGE =
      CodeList.of(
          "age group",
          "NHS Workforce Statistics",
          "UNDER_25",
          "under 25",
          "25_29",
          "25 to 29",
          "30_34",
          "30 to 34",
          "35_39",
          "35 to 39",
          "40_44",
          "40 to 44",
          "45_49",
          "45 to 49",
          "50_54",
          "50 to 54",
          "55_59",
          "55 to 59",
          "60_64",
          "60 to 64",
          "65_OVER",
          "65 and over");

  static final CodeList TENURE =
      CodeList.of(
          "tenure group",
          "a proposal of this project",
          "UNDER_1",
          "less than a year",
          "1_2",
          "one year and less than two",
          "2_5",
          "two years and less than five",
          "5_10",
          "five years and less than ten",
          "10_OVER",
          "ten years and more");

  static final CodeList ETHNICITY =
      CodeList.of(
          "ethnic group",
          "ONS harmonised standard of 2021, from the NHS letters of 2001",
          "WHITE",
          "White",
          "MIXED",
          "Mixed or multiple ethnic groups",
          "ASIAN",
          "Asian or Asian British, Chinese included",
          "BLACK",
          "Black or Black British, Caribbean or African",
          "OTHER",
          "Other ethnic group");

  static final CodeList NATIONALITY =
      CodeList.of(
          "nationality group",
          "NHS staff from overseas: statistics (House of Commons Library)",
          "BRITISH",
          "British",
          "EU",
          "a member state of the European Union in 2021",
          "OTHER",
          "any other country");

  private static final Object[] EU = {
    "Austrian",
    "Belgian",
    "Bulgarian",
    "Croatian",
    "Cypriot",
    "Czech",
    "Danish",
    "Dutch",
    "Estonian",
    "Finnish",
    "French",
    "German",
    "Greek",
    "Hungarian",
    "Irish",
    "Italian",
    "Latvian",
    "Lithuanian",
    "Luxembourger",
    "Maltese",
    "Polish",
    "Portuguese",
    "Romanian",
    "Slovak",
    "Slovenian",
    "Spanish",
    "Swedish"
  };

  private PersonGroups() {}

  /** Five years a group; null for no age. */
  static Column age(Column age) {
    Column group = when(age.lt(lit(25)), lit("UNDER_25"));
    for (int from = 25; from < 65; from += 5) {
      group = group.when(age.lt(lit(from + 5)), lit(from + "_" + (from + 4)));
    }
    return group.when(age.geq(lit(65)), lit("65_OVER"));
  }

  /** By whole years from the start to a day; null for no start, or one after the day. */
  static Column tenure(Column start, Column day) {
    Column months = months_between(day, start);
    return when(months.lt(lit(0)), lit(null))
        .when(months.lt(lit(12)), lit("UNDER_1"))
        .when(months.lt(lit(24)), lit("1_2"))
        .when(months.lt(lit(60)), lit("2_5"))
        .when(months.lt(lit(120)), lit("5_10"))
        .when(months.isNotNull(), lit("10_OVER"));
  }

  /** By the first letter of the NHS ethnic category; null for not stated and not in the list. */
  static Column ethnicity(Column category) {
    Column letter = upper(category.substr(1, 1));
    return when(letter.isin("A", "B", "C"), lit("WHITE"))
        .when(letter.isin("D", "E", "F", "G"), lit("MIXED"))
        .when(letter.isin("H", "J", "K", "L", "R"), lit("ASIAN"))
        .when(letter.isin("M", "N", "P"), lit("BLACK"))
        .when(letter.equalTo(lit("S")), lit("OTHER"));
  }

  /** British, European Union or other; null for none given. */
  static Column nationality(Column nationality) {
    return when(nationality.equalTo(lit("British")), lit("BRITISH"))
        .when(nationality.isin(EU), lit("EU"))
        .when(nationality.isNotNull(), lit("OTHER"));
  }
}
