package careworkforce.pipelines.bronze.adverts;

import careworkforce.pipelines.synthetic.SourceWriter;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.area.AdvertWeek;
import com.google.auto.service.AutoService;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes {@code online_job_adverts/online-job-adverts-YYYY.csv}: all industries and care. */
@AutoService(SourceWriter.class)
public final class OnlineJobAdvertsWriter implements SourceWriter<AdvertWeek> {
  private static final long serialVersionUID = 1L;

  @Override
  public Class<AdvertWeek> writes() {
    return AdvertWeek.class;
  }

  @Override
  public String folder() {
    return "online_job_adverts";
  }

  @Override
  public @Nullable String file(int month, WorldSettings world) {
    return "online-job-adverts-" + Math.floorDiv(month, 12) + ".csv";
  }

  @Override
  public String header(int month) {
    return "v4_1,Data Marking,calendar-years,time,uk-only,geography,adzuna-jobs-category,"
        + "adzunajobscategory,week-number,week\n";
  }

  @Override
  public void row(AdvertWeek of, StringBuilder to) {
    int year = Math.floorDiv(of.month(), 12);
    to.append(of.known() ? Double.toString(of.index()) : "").append(',').append(of.marking());
    to.append(',').append(year).append(',').append(year);
    to.append(",K02000001,United Kingdom,").append(of.category().toLowerCase(Locale.ROOT));
    to.append(',').append(of.category()).append(",week-").append(of.week());
    to.append(",Week ").append(of.week());
  }
}
