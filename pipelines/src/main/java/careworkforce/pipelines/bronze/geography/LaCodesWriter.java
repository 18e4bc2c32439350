package careworkforce.pipelines.bronze.geography;

import careworkforce.pipelines.synthetic.SourceWriter;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.area.DistrictRow;
import careworkforce.pipelines.synthetic.area.LocalAuthority;
import com.google.auto.service.AutoService;
import org.jspecify.annotations.Nullable;

/** Writes {@code la_codes/la_all_codes.csv} with the real districts of England. */
@AutoService(SourceWriter.class)
public final class LaCodesWriter implements SourceWriter<DistrictRow> {
  private static final long serialVersionUID = 1L;

  @Override
  public Class<DistrictRow> writes() {
    return DistrictRow.class;
  }

  @Override
  public String folder() {
    return "la_codes";
  }

  @Override
  public @Nullable String file(int month, WorldSettings world) {
    return month == world.from() ? "la_all_codes.csv" : null;
  }

  @Override
  public String header(int month) {
    return "LADCD,LADNM,LADCD_ACTIVE,LADNM_ACTIVE,UTLACD,UTLANM,CAUTHCD,CAUTHNM,RGNCD,RGNNM,"
        + "CTRYCD,CTRYNM,EWCD,EWNM,GBCD,GBNM,UKCD,UKNM,Current,LAD20CD,LAD20NM\n";
  }

  @Override
  public void row(DistrictRow of, StringBuilder to) {
    LocalAuthority district = of.district();
    String both = district.code() + ",\"" + district.name() + "\",";
    to.append(both).append(both).append(district.upperTierCode()).append(",\"");
    to.append(district.upperTierName()).append("\",,,").append(district.region().code());
    to.append(",").append(district.region().label()).append(",E92000001,England,");
    to.append("K04000001,England and Wales,K03000001,Great Britain,K02000001,United Kingdom,");
    to.append("TRUE,").append(both, 0, both.length() - 1);
  }
}
