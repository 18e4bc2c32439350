package careworkforce.pipelines.bronze.geography;

import careworkforce.pipelines.synthetic.SourceWriter;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.area.LsoaRow;
import com.google.auto.service.AutoService;
import org.jspecify.annotations.Nullable;

/** Writes {@code lsoa/lsoa11_msoa11_lad.csv} with synthetic LSOAs in real districts. */
@AutoService(SourceWriter.class)
public final class LsoaLookupWriter implements SourceWriter<LsoaRow> {
  private static final long serialVersionUID = 1L;

  @Override
  public Class<LsoaRow> writes() {
    return LsoaRow.class;
  }

  @Override
  public String folder() {
    return "lsoa";
  }

  @Override
  public @Nullable String file(int month, WorldSettings world) {
    return month == world.from() ? "lsoa11_msoa11_lad.csv" : null;
  }

  @Override
  public String header(int month) {
    return "lsoa11_code,lsoa11_name,msoa11_code,msoa11_name,lad_code,lad_name\n";
  }

  @Override
  public void row(LsoaRow of, StringBuilder to) {
    to.append(of.district().lsoa(of.number())).append(",Synthetic ").append(of.district().code());
    to.append(" 001").append((char) (65 + of.number())).append(",").append(of.district().msoa());
    to.append(",Synthetic ").append(of.district().code()).append(" 001,");
    to.append(of.district().code()).append(",\"").append(of.district().name()).append("\"");
  }
}
