package careworkforce.pipelines.bronze.lfs;

import careworkforce.common.ingest.Layout;
import careworkforce.common.ingest.LayoutDraft;
import careworkforce.common.ingest.Parse;
import careworkforce.common.table.Field;
import careworkforce.common.time.Month;
import java.util.List;
import java.util.Locale;

/**
 * Takes {@code lfs_two_quarter/YYYY-MM/lgwt20_2q_js20_od20_eul.tab}: the archive's name, in a
 * folder that tells the first month of the last quarter (the name has years of two digits).
 * Occupations are in SOC2010 to 2020, in SOC2020 from 2021.
 */
final class LfsLayouts {
  private static final Parse CODE = Parse.text().absent("-8", "-9");
  private static final Parse NUMBER = Parse.integer().absent("-8", "-9");
  private static final String[] WEIGHTS = {"LGWT14", "LGWT18", "LGWT20", "LGWT22", "LGWT24"};

  private LfsLayouts() {}

  /** Both layouts of a file. */
  static List<Layout> of(LfsLongitudinal table) {
    return List.of(
        occupations(draft("soc2010", table).to(Month.of(2020, 12)), table.major2010, table.soc2010),
        occupations(
            draft("soc2020", table).from(Month.of(2021, 1)), table.major2020, table.soc2020));
  }

  private static LayoutDraft draft(String vintage, LfsLongitudinal table) {
    int quarters = table.quarters;
    LayoutDraft draft =
        Layout.named("lfs-" + quarters + "q-" + vintage)
            .files(
                "(?<year>\\d{4})-(?<month>\\d{2})/lgwt\\d*_"
                    + quarters
                    + "q_[a-z]{2}\\d\\d_[a-z]{2}\\d\\d_eul\\.tab")
            .delimiter('\t')
            .unquoted()
            .foldHeaders()
            .take("PERSID", table.person, Parse.identifier())
            .take("LGWT", table.weight, Parse.roundedDecimal())
            .take("FLOW", table.flow, NUMBER)
            .take("AGE" + quarters, table.age, NUMBER);
    for (String weight : WEIGHTS) {
      draft.alsoNamed(weight, "LGWT");
    }
    for (int q = 0; q < quarters; q++) {
      draft
          .take(
              header(table.activity.get(q)), table.activity.get(q), Parse.code().absent("-8", "-9"))
          .take(header(table.economicActivity.get(q)), table.economicActivity.get(q), NUMBER)
          .takeIfThere(header(table.industryClass.get(q)), table.industryClass.get(q), CODE)
          .takeIfThere(header(table.industrySubclass.get(q)), table.industrySubclass.get(q), CODE)
          .take(header(table.section.get(q)), table.section.get(q), CODE)
          .take(header(table.length.get(q)), table.length.get(q), NUMBER);
    }
    return draft;
  }

  private static Layout occupations(LayoutDraft draft, List<Field> major, List<Field> unit) {
    major.forEach(field -> draft.take(header(field), field, CODE));
    unit.forEach(field -> draft.takeIfThere(header(field), field, CODE));
    return draft.layout();
  }

  private static String header(Field field) {
    return field.name().toUpperCase(Locale.ROOT);
  }
}
