package careworkforce.pipelines.bronze.storeopenings;

import careworkforce.pipelines.synthetic.Cells;
import careworkforce.pipelines.synthetic.SourceWriter;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.area.StoreOpening;
import com.google.auto.service.AutoService;
import org.jspecify.annotations.Nullable;

/** Writes {@code store_openings/STORE_OPENINGS_YYYY.csv}, one row a site. */
@AutoService(SourceWriter.class)
public final class StoreOpeningsWriter implements SourceWriter<StoreOpening> {
  private static final long serialVersionUID = 1L;

  @Override
  public Class<StoreOpening> writes() {
    return StoreOpening.class;
  }

  @Override
  public String folder() {
    return "store_openings";
  }

  @Override
  public @Nullable String file(int month, WorldSettings world) {
    return "STORE_OPENINGS_" + Math.floorDiv(month, 12) + ".csv";
  }

  @Override
  public String header(int month) {
    return "site_id,kind,opened_on,lad_code,postcode,latitude,longitude,jobs\n";
  }

  @Override
  public void row(StoreOpening of, StringBuilder to) {
    to.append(of.site()).append(',').append(of.kind()).append(',');
    Cells.iso(of.openedOn(), to);
    to.append(',').append(of.district().code()).append(',').append(of.postcode());
    to.append(',').append(of.place().latitude()).append(',').append(of.place().longitude());
    to.append(',').append(of.jobs());
  }
}
