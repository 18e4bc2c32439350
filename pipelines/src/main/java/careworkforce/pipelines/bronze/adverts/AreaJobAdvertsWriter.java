package careworkforce.pipelines.bronze.adverts;

import careworkforce.pipelines.synthetic.Cells;
import careworkforce.pipelines.synthetic.SourceWriter;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.area.AdvertMonth;
import com.google.auto.service.AutoService;
import org.jspecify.annotations.Nullable;

/** Writes {@code area_job_adverts/AREA_JOB_ADVERTS_YYYY.csv}. */
@AutoService(SourceWriter.class)
public final class AreaJobAdvertsWriter implements SourceWriter<AdvertMonth> {
  private static final long serialVersionUID = 1L;

  @Override
  public Class<AdvertMonth> writes() {
    return AdvertMonth.class;
  }

  @Override
  public String folder() {
    return "area_job_adverts";
  }

  @Override
  public @Nullable String file(int month, WorldSettings world) {
    return "AREA_JOB_ADVERTS_" + Math.floorDiv(month, 12) + ".csv";
  }

  @Override
  public String header(int month) {
    return "lad_code,soc2010,month,adverts\n";
  }

  @Override
  public void row(AdvertMonth of, StringBuilder to) {
    to.append(of.district().code()).append(',').append(of.occupation()).append(',');
    Cells.dashedMonth(of.month(), to);
    to.append(',').append(of.adverts());
  }
}
