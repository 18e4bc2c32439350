package careworkforce.pipelines.bronze.ascwds;

import careworkforce.common.time.Month;
import careworkforce.pipelines.synthetic.SourceWriter;
import careworkforce.pipelines.synthetic.Trap;
import careworkforce.pipelines.synthetic.care.Employer;
import careworkforce.pipelines.synthetic.care.WorkplaceExtract;
import com.google.auto.service.AutoService;
import java.time.LocalDate;
import java.util.List;

/** Writes {@code ascwds_workplace/YYYYMMDD/workplace.csv}: 726 columns, one row a workplace. */
@AutoService(SourceWriter.class)
public final class AscwdsWorkplaceWriter extends AscwdsWriter<WorkplaceExtract> {
  private static final long serialVersionUID = 1L;
  private static final List<String> OWN =
      List.of(
          "estabcreateddate",
          "mupddate",
          "estabsavedate",
          "lastloggedin",
          "isparent",
          "wkplacestat",
          "establishmentname",
          "postcode",
          "totalstaff",
          "wkrrecs",
          "totalstarters",
          "totalleavers",
          "totalvacancies",
          "totalvacancies_changedate",
          "totalvacancies_savedate",
          "jr08flag",
          "jr08emp",
          "jr08work",
          "jr07emp",
          "jr16emp",
          "jr04emp",
          "jr26emp",
          "st01cap",
          "st01util",
          "st02cap",
          "st02util");
  private static final int FIRST = Month.of(2006, 1).number();

  /** Found by declaration. */
  public AscwdsWorkplaceWriter() {
    super("workplace", OWN);
  }

  @Override
  public Class<WorkplaceExtract> writes() {
    return WorkplaceExtract.class;
  }

  @Override
  public void row(WorkplaceExtract of, StringBuilder to) {
    AscwdsText.establishment(of.month(), of.employer(), of.registration(), to);
    char next = delimiter(of.month());
    own(of, next, to);
  }

  private static void own(WorkplaceExtract of, char next, StringBuilder to) {
    Employer employer = of.employer();
    to.append(next);
    LocalDate created = new Month(Math.max(employer.reportsFrom(), FIRST)).firstDay();
    AscwdsText.date(of.month(), created, to);
    for (int i = 0; i < 3; i++) {
      to.append(next);
      AscwdsText.date(of.month(), dayOf(of.amended(), employer), to);
    }
    to.append(next).append("0").append(next).append("1").append(next);
    to.append(name(employer)).append(next).append(employer.postcode());
    for (int count :
        new int[] {of.staff(), of.staff(), of.starters(), of.leavers(), of.vacancies()}) {
      to.append(next).append(count);
    }
    for (int i = 0; i < 2; i++) {
      to.append(next);
      AscwdsText.date(of.month(), dayOf(of.told(), employer), to);
    }
    to.append(next).append("1");
    WorkplaceExtract.Roles roles = of.roles();
    for (int count :
        new int[] {
          roles.care(),
          roles.care(),
          roles.senior(),
          roles.nurses(),
          roles.managers(),
          roles.ancillary()
        }) {
      to.append(next).append(count);
    }
    beds(employer, next, to);
  }

  private static LocalDate dayOf(int month, Employer employer) {
    return new Month(month).firstDay().plusDays(employer.index() % 28);
  }

  private static void beds(Employer employer, char next, StringBuilder to) {
    boolean home = employer.kind() == Employer.Kind.CARE_HOME;
    String cap = home ? String.valueOf(employer.beds()) : "";
    String util = home ? String.valueOf(employer.residents()) : "";
    boolean nursing = employer.nursing();
    to.append(next).append(nursing ? cap : "").append(next).append(nursing ? util : "");
    to.append(next).append(nursing ? "" : cap).append(next).append(nursing ? "" : util);
  }

  private static String name(Employer employer) {
    return switch (employer.kind()) {
      case CARE_HOME -> "Synthetic Care Home " + employer.index();
      case HOME_CARE -> "Synthetic Home Care " + employer.index();
      case TEST -> "TEST ACCOUNT " + employer.area().index();
    };
  }

  @Override
  public List<Spoil> spoils() {
    return List.of(
        new Spoil(Trap.BAD_DATE, 13, "31/31/2014"), new Spoil(Trap.BAD_NUMBER, 20, "twelve"));
  }
}
