package careworkforce.pipelines.bronze.outsidewages;

import careworkforce.pipelines.synthetic.Cells;
import careworkforce.pipelines.synthetic.SourceWriter;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.area.WageMonth;
import com.google.auto.service.AutoService;
import org.jspecify.annotations.Nullable;

/** Writes {@code outside_wages/OUTSIDE_WAGES_YYYY.csv}, one row an area and month. */
@AutoService(SourceWriter.class)
public final class OutsideWagesWriter implements SourceWriter<WageMonth> {
  private static final long serialVersionUID = 1L;

  @Override
  public Class<WageMonth> writes() {
    return WageMonth.class;
  }

  @Override
  public String folder() {
    return "outside_wages";
  }

  @Override
  public @Nullable String file(int month, WorldSettings world) {
    return "OUTSIDE_WAGES_" + Math.floorDiv(month, 12) + ".csv";
  }

  @Override
  public String header(int month) {
    return "ttwa_code,month,log_outside_wage\n";
  }

  @Override
  public void row(WageMonth of, StringBuilder to) {
    to.append(of.area().code()).append(",");
    Cells.dashedMonth(of.month(), to);
    to.append(",").append(Math.round(of.log() * 1e8) / 1e8);
  }
}
