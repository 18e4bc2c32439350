package careworkforce.pipelines.bronze.sickness;

import careworkforce.common.time.Month;
import careworkforce.pipelines.synthetic.Cells;
import careworkforce.pipelines.synthetic.SourceWriter;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.nhs.SicknessDays;
import careworkforce.pipelines.synthetic.nhs.Trust;
import com.google.auto.service.AutoService;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Writes {@code sickness_absence/nhs_sickness_absence_YYYY-MM.csv}, sums by trust and month. */
@AutoService(SourceWriter.class)
public final class SicknessAbsencesWriter implements SourceWriter<SicknessDays> {
  private static final long serialVersionUID = 1L;

  @Override
  public Class<SicknessDays> writes() {
    return SicknessDays.class;
  }

  @Override
  public String folder() {
    return "sickness_absence";
  }

  @Override
  public @Nullable String file(int month, WorldSettings world) {
    StringBuilder name = new StringBuilder("nhs_sickness_absence_");
    Cells.dashedMonth(month, name);
    return name.append(".csv").toString();
  }

  @Override
  public String header(int month) {
    return "DATE,NHSE_REGION_CODE,NHSE_REGION_NAME,ICS_CODE,ICS_NAME,ORG_CODE,ORG_NAME,ORG_TYPE,"
        + "FTE_DAYS_LOST,FTE_DAYS_AVAILABLE,SICKNESS_ABSENCE_RATE_PERCENT\n";
  }

  @Override
  public boolean summed() {
    return true;
  }

  @Override
  public void row(SicknessDays of, StringBuilder to) {
    to.append(of.trust().codeIn(of.month())).append('\t').append(of.lost());
    to.append('\t').append(of.available());
  }

  @Override
  public void expand(int month, String row, StringBuilder to) {
    String[] cells = row.split("\t", 3);
    Trust trust = Trust.under(cells[0], month);
    long lost = Long.parseLong(cells[1]);
    long available = Long.parseLong(cells[2]);
    Cells.british(new Month(month).lastDay(), to);
    to.append(',').append(region(trust)).append(",QSY,Synthetic system,").append(cells[0]);
    to.append(",\"").append(trust.name()).append("\",").append(type(trust.kind())).append(',');
    Cells.hundredths(lost, to);
    to.append(',');
    Cells.hundredths(available, to);
    to.append(',');
    to.append(
        BigDecimal.valueOf(100 * lost)
            .divide(BigDecimal.valueOf(Math.max(1, available)), 2, RoundingMode.HALF_UP));
  }

  private static String type(String kind) {
    return switch (kind) {
      case "AMBULANCE" -> "Ambulance";
      case "MENTAL_HEALTH" -> "Mental Health";
      case "COMMUNITY" -> "Community Provider Trust";
      default -> "Acute";
    };
  }

  private static String region(Trust trust) {
    return switch (trust.region()) {
      case NORTH_EAST, YORKSHIRE -> "Y63,North East and Yorkshire";
      case NORTH_WEST -> "Y62,North West";
      case EAST_MIDLANDS, WEST_MIDLANDS -> "Y60,Midlands";
      case EAST -> "Y61,East of England";
      case LONDON -> "Y56,London";
      case SOUTH_EAST -> "Y59,South East";
      case SOUTH_WEST -> "Y58,South West";
    };
  }
}
