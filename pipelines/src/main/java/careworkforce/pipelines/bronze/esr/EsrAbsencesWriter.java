package careworkforce.pipelines.bronze.esr;

import careworkforce.pipelines.synthetic.Cells;
import careworkforce.pipelines.synthetic.SourceWriter;
import careworkforce.pipelines.synthetic.Trap;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.nhs.AbsenceMonth;
import com.google.auto.service.AutoService;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes {@code esr_absence/ESR_ABSENCE_YYYYMM.csv}, one row an episode and month. */
@AutoService(SourceWriter.class)
public final class EsrAbsencesWriter implements SourceWriter<AbsenceMonth> {
  private static final long serialVersionUID = 1L;

  @Override
  public Class<AbsenceMonth> writes() {
    return AbsenceMonth.class;
  }

  @Override
  public String folder() {
    return "esr_absence";
  }

  @Override
  public @Nullable String file(int month, WorldSettings world) {
    return "ESR_ABSENCE_" + Cells.yearMonth(month) + ".csv";
  }

  @Override
  public String header(int month) {
    return "Unique_Nhs_Identifier,Asg_Number,Absence_Category,Attendance_Reason,"
        + "Absence_Start_Date,Absence_End_Date,Wte_Days_Lost_This_Month,Tm_Year_Month\n";
  }

  @Override
  public void row(AbsenceMonth of, StringBuilder to) {
    to.append(of.person().identifier()).append(',').append(of.number()).append(',');
    to.append(of.category()).append(',');
    if (!of.reason().isEmpty()) {
      to.append(of.reason()).append(' ');
      to.append(EsrCodes.SICKNESS_REASONS.labels().get(of.reason()));
    }
    to.append(',');
    Cells.british(of.start(), to);
    to.append(',');
    if (of.end() != null) {
      Cells.british(of.end(), to);
    }
    to.append(',');
    Cells.hundredths((long) of.daysLost() * of.fte(), to);
    to.append(',').append(EsrAssignmentsWriter.payrollMonth(of.month()));
  }

  @Override
  public List<Spoil> spoils() {
    return List.of(
        new Spoil(Trap.BAD_DATE, 4, "30/02/2015"), new Spoil(Trap.BAD_NUMBER, 6, "many"));
  }
}
