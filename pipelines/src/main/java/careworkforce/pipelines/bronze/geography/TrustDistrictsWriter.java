package careworkforce.pipelines.bronze.geography;

import careworkforce.pipelines.synthetic.SourceWriter;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.nhs.TrustPlace;
import com.google.auto.service.AutoService;
import org.jspecify.annotations.Nullable;

/** Writes {@code trust_districts/TRUST_LAD_YYYY.csv} with a synthetic place of each trust. */
@AutoService(SourceWriter.class)
public final class TrustDistrictsWriter implements SourceWriter<TrustPlace> {
  private static final long serialVersionUID = 1L;

  @Override
  public Class<TrustPlace> writes() {
    return TrustPlace.class;
  }

  @Override
  public String folder() {
    return "trust_districts";
  }

  @Override
  public @Nullable String file(int month, WorldSettings world) {
    return month == world.from() ? "TRUST_LAD_" + Math.floorDiv(month, 12) + ".csv" : null;
  }

  @Override
  public String header(int month) {
    return "organisation_code,lad_code\n";
  }

  @Override
  public void row(TrustPlace of, StringBuilder to) {
    to.append(of.code()).append(',').append(of.district().code());
  }
}
