package careworkforce.pipelines.bronze.ecds;

import careworkforce.pipelines.synthetic.Cells;
import careworkforce.pipelines.synthetic.SourceWriter;
import careworkforce.pipelines.synthetic.Trap;
import careworkforce.pipelines.synthetic.WideRow;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.residents.Arrival;
import com.google.auto.service.AutoService;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes {@code ecds/ECDS_YYYYMM.csv} with the names of ECDS, from its first month. */
@AutoService(SourceWriter.class)
public final class EcdsWriter implements SourceWriter<Arrival> {
  private static final long serialVersionUID = 1L;
  private static final String EMERGENCY_ROAD_AMBULANCE = "1048031000000100";
  private static final List<String> FILLED =
      List.of(
          "TOKEN_PERSON_ID",
          "EPIKEY",
          "ARRIVAL_DATE",
          "ARRIVAL_TIME",
          "ARRIVAL_MODE",
          "ATTENDANCE_CATEGORY",
          "DEPARTMENT_TYPE",
          "DISCHARGE_STATUS",
          "DISCHARGE_DESTINATION",
          "AGE_AT_ARRIVAL",
          "STATED_GENDER",
          "ETHNIC_CATEGORY",
          "LSOA_2011",
          "PROVIDER_CODE",
          "SITE",
          "DIAGNOSIS_CODE_1",
          "TREATMENT_CODE_1",
          "DEPARTURE_TIME_SINCE_ARRIVAL",
          "INJURY_MECHANISM");
  private static final WideRow ROW = new WideRow(Ecds.TABLE.headers(), '|', FILLED, column -> "");
  private static final String[] DIAGNOSES = {
    "125605004", "233604007", "68566005", "84114007", "91302008"
  };
  private static final String ADMITTED = "1066341000000100";
  private static final String FALL_ON_SAME_LEVEL = "33036003";
  private static final String HOME = "306689006";

  @Override
  public Class<Arrival> writes() {
    return Arrival.class;
  }

  @Override
  public String folder() {
    return "ecds";
  }

  @Override
  public @Nullable String file(int month, WorldSettings world) {
    return month < world.ecdsStart() ? null : "ECDS_" + Cells.yearMonth(month) + ".csv";
  }

  @Override
  public String header(int month) {
    return ROW.header();
  }

  @Override
  public char delimiter(int month) {
    return '|';
  }

  @Override
  public void expand(int month, String row, StringBuilder to) {
    ROW.expand(row, to);
  }

  @Override
  public void row(Arrival of, StringBuilder to) {
    to.append(of.resident().token()).append('|').append(of.key()).append('|');
    Cells.iso(of.date(), to);
    to.append('|');
    Cells.two(of.minute() / 60, to);
    to.append(':');
    Cells.two(of.minute() % 60, to);
    to.append(":00|")
        .append(of.ambulance() ? EMERGENCY_ROAD_AMBULANCE : EcdsCodes.PRIVATE_TRANSPORT)
        .append('|');
    to.append(category(of)).append("|01|");
    to.append(of.admitted() ? ADMITTED : "182992009").append('|');
    to.append(of.admitted() ? "306706006" : HOME).append('|');
    to.append(of.resident().age(of.date())).append('|');
    to.append(of.resident().female() ? 2 : 1).append('|').append(of.resident().ethnicity());
    to.append('|').append(of.resident().home().lsoa()).append('|').append(of.provider());
    to.append('|').append(of.provider()).append("01|").append(DIAGNOSES[of.complaint()]);
    to.append("|266700009|").append(of.complete() ? of.inDepartment().minutes() : "");
    to.append('|').append(of.inDepartment().fall() ? FALL_ON_SAME_LEVEL : "");
  }

  private static String category(Arrival of) {
    return switch (of.category()) {
      case 2 -> EcdsCodes.PLANNED_FOLLOW_UP;
      case 3 -> "2";
      default -> "1";
    };
  }

  @Override
  public List<Spoil> spoils() {
    return List.of(
        new Spoil(Trap.BAD_DATE, 2, "2021-02-30"),
        new Spoil(Trap.BAD_NUMBER, 9, "old"),
        new Spoil(Trap.UNKNOWN_CODE, 5, "7"));
  }
}
