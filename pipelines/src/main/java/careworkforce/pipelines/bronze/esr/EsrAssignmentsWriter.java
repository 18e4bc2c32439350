package careworkforce.pipelines.bronze.esr;

import careworkforce.common.time.Month;
import careworkforce.pipelines.synthetic.Cells;
import careworkforce.pipelines.synthetic.SourceWriter;
import careworkforce.pipelines.synthetic.Trap;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.nhs.AssignmentMonth;
import careworkforce.pipelines.synthetic.nhs.Leaving;
import careworkforce.pipelines.synthetic.nhs.Pay;
import com.google.auto.service.AutoService;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes {@code esr/ESR_ASSIGNMENTS_YYYYMM.csv}, one row a person, assignment and month. */
@AutoService(SourceWriter.class)
public final class EsrAssignmentsWriter implements SourceWriter<AssignmentMonth> {
  private static final long serialVersionUID = 1L;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  @Override
  public Class<AssignmentMonth> writes() {
    return AssignmentMonth.class;
  }

  @Override
  public String folder() {
    return "esr";
  }

  @Override
  public @Nullable String file(int month, WorldSettings world) {
    return "ESR_ASSIGNMENTS_" + Cells.yearMonth(month) + ".csv";
  }

  @Override
  public String header(int month) {
    return BYTE_ORDER_MARK
        + "Unique_Nhs_Identifier,Asg_Number,Tm_Year_Month,Ocs_Code,Occupation_Code,Staff_Group,"
        + "Job_Role,Grade_Code,Afc_Spinal_Point,Contracted_Wte,Asg_Type_Of_Contract,Status,"
        + "Start_Date,Basic_Pay,Total_Pay,Training_Post,Reason_For_Leaving,"
        + "Destination_On_Leaving,Date_Of_Leaving_Org,Gender,Year_Of_Birth,Ethnicity,"
        + "Nationality,Home_Lsoa\n";
  }

  @Override
  public void row(AssignmentMonth of, StringBuilder to) {
    to.append(of.person().identifier()).append(',').append(of.number()).append(',');
    to.append(payrollMonth(of.month())).append(',');
    to.append(of.trust().codeIn(of.month())).append(',');
    to.append(of.occupation().codeIn(of.month())).append(',');
    to.append(of.occupation().staffGroup()).append(',');
    to.append(of.occupation().jobRole()).append(',').append(of.grade()).append(',');
    if (of.band() > 0) {
      to.append(Pay.spinePoint(of.band(), of.step()));
    }
    to.append(',');
    Cells.hundredths(of.fte(), to);
    to.append(',').append(of.contract()).append(',').append(of.status()).append(',');
    Cells.british(of.start(), to);
    to.append(',');
    Cells.hundredths(of.basicPay(), to);
    to.append(',');
    Cells.hundredths(of.totalPay(), to);
    to.append(',').append(of.training() ? "Y" : "").append(',');
    leaving(of.leaving(), to);
    to.append(',').append(of.person().female() ? "Female" : "Male");
    to.append(',').append(of.person().birthYear()).append(',').append(of.person().ethnicity());
    to.append(',').append(of.person().nationality()).append(',').append(of.person().lsoa());
  }

  /** {@code 2015-MARCH}. */
  static String payrollMonth(int month) {
    Month of = new Month(month);
    return of.year() + "-" + java.time.Month.of(of.ofYear()).name();
  }

  private static void leaving(@Nullable Leaving leaving, StringBuilder to) {
    if (leaving == null) {
      to.append(",,");
      return;
    }
    to.append(leaving.reason()).append(',').append(leaving.destination()).append(',');
    Cells.british(leaving.date(), to);
  }

  @Override
  public List<Spoil> spoils() {
    return List.of(
        new Spoil(Trap.BAD_DATE, 12, "31/02/2014"), new Spoil(Trap.BAD_NUMBER, 9, "one half"));
  }
}
