package careworkforce.pipelines.bronze.geography;

import careworkforce.pipelines.synthetic.SourceWriter;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.area.DistrictRow;
import com.google.auto.service.AutoService;
import org.jspecify.annotations.Nullable;

/** Writes {@code ttwa/LAD_TTWA_2011.csv} with synthetic travel-to-work areas. */
@AutoService(SourceWriter.class)
public final class TtwaLookupWriter implements SourceWriter<DistrictRow> {
  private static final long serialVersionUID = 1L;

  @Override
  public Class<DistrictRow> writes() {
    return DistrictRow.class;
  }

  @Override
  public String folder() {
    return "ttwa";
  }

  @Override
  public @Nullable String file(int month, WorldSettings world) {
    return month == world.from() ? "LAD_TTWA_2011.csv" : null;
  }

  @Override
  public String header(int month) {
    return "lad_code,lad_name,ttwa_code,ttwa_name\n";
  }

  @Override
  public void row(DistrictRow of, StringBuilder to) {
    to.append(of.district().code()).append(",\"").append(of.district().name()).append("\",");
    to.append(of.area().code()).append(",\"").append(of.area().name()).append("\"");
  }
}
