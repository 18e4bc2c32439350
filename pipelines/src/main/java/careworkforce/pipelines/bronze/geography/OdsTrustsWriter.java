package careworkforce.pipelines.bronze.geography;

import careworkforce.common.time.Month;
import careworkforce.pipelines.synthetic.SourceWriter;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.nhs.TrustRow;
import com.google.auto.service.AutoService;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Writes {@code ods_etr/etr.csv}: 27 quoted columns without header. */
@AutoService(SourceWriter.class)
public final class OdsTrustsWriter implements SourceWriter<TrustRow> {
  private static final long serialVersionUID = 1L;
  private static final LocalDate FOUNDED = LocalDate.of(2001, 4, 1);
  private static final char[] OFFICE_REGIONS = {'A', 'B', 'D', 'E', 'F', 'G', 'H', 'J', 'K'};

  @Override
  public Class<TrustRow> writes() {
    return TrustRow.class;
  }

  @Override
  public String folder() {
    return "ods_etr";
  }

  @Override
  public @Nullable String file(int month, WorldSettings world) {
    return month == world.from() ? "etr.csv" : null;
  }

  @Override
  public String header(int month) {
    return "";
  }

  @Override
  public void row(TrustRow of, StringBuilder to) {
    String[] cells = new String[27];
    java.util.Arrays.fill(cells, "");
    cells[0] = of.code();
    cells[1] = of.name();
    cells[3] = of.icb();
    cells[10] = day(of.opened() == null ? FOUNDED : new Month(of.opened()).firstDay());
    cells[11] = of.closed() == null ? "" : day(new Month(of.closed() - 1).lastDay());
    cells[21] = "0";
    cells[23] = String.valueOf(OFFICE_REGIONS[of.region().ordinal()]);
    to.append('"').append(String.join("\",\"", cells)).append('"');
  }

  private static String day(LocalDate date) {
    return date.toString().replace("-", "");
  }
}
