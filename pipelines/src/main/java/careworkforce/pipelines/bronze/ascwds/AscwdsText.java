package careworkforce.pipelines.bronze.ascwds;

import careworkforce.common.time.Month;
import careworkforce.pipelines.synthetic.Cells;
import careworkforce.pipelines.synthetic.Resource;
import careworkforce.pipelines.synthetic.WideRow;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.care.Employer;
import careworkforce.pipelines.synthetic.care.Registration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the synthetic workplace, worker and leaver files write alike. Before 2019 (NMDS-SC) they
 * have commas and American dates, from then on bars and British ones.
 */
final class AscwdsText {
  private static final int NEW_FORM = Month.of(2019, 1).number();

  private AscwdsText() {}

  static WideRow row(String resource, boolean newForm, List<String> filled) {
    List<String> columns =
        Resource.rows(AscwdsText.class, resource).stream().map(row -> row[0]).toList();
    return new WideRow(
        columns, newForm ? '|' : ',', filled, column -> column.endsWith("flag") ? "0" : "");
  }

  static boolean newForm(int month) {
    return month >= NEW_FORM;
  }

  static char delimiter(int month) {
    return newForm(month) ? '|' : ',';
  }

  static @Nullable String file(String kind, int month, WorldSettings world) {
    if (!world.ascwdsExtract(month)) {
      return null;
    }
    LocalDate day = new Month(month).lastDay();
    return String.format(
        "%d%02d%02d/%s.csv", day.getYear(), day.getMonthValue(), day.getDayOfMonth(), kind);
  }

  static void date(int month, LocalDate date, StringBuilder to) {
    if (newForm(month)) {
      Cells.british(date, to);
    } else {
      Cells.american(date, to);
    }
  }

  /** The columns that {@link #establishment} fills. */
  static final List<String> ESTABLISHMENT =
      List.of(
          "period",
          "establishmentid",
          "tribalid",
          "orgid",
          "nmdsid",
          "regtype",
          "providerid",
          "locationid",
          "esttype",
          "regionid",
          "cssr",
          "mainstid");

  /** Appends the cells of {@link #ESTABLISHMENT}. */
  static void establishment(
      int month, Employer employer, Registration registration, StringBuilder to) {
    char next = delimiter(month);
    int id = employer.establishmentId();
    boolean test = employer.kind() == Employer.Kind.TEST;
    to.append('M').append(Cells.yearMonth(month)).append(next);
    to.append(id).append(next).append(id).append(next).append(id).append(next);
    to.append(employer.area().region().nmdsLetter()).append(String.format("%06d", id));
    to.append(next).append(test ? "0" : "2").append(next);
    to.append(test ? "" : registration.providerId()).append(next);
    to.append(test ? "" : registration.locationId()).append(next);
    to.append(employer.sector() == 2 ? 1 : 6 + employer.sector()).append(next);
    to.append(employer.area().region().ascwdsId()).append(next);
    to.append(employer.district().council()).append(next).append(employer.mainService());
  }
}
