package careworkforce.pipelines.bronze.qualitative;

import careworkforce.pipelines.synthetic.SourceWriter;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.nhs.CodedMeasure;
import com.google.auto.service.AutoService;
import org.jspecify.annotations.Nullable;

/** Writes one wave: a made-up measure of the route from nursing support to nurse. */
@AutoService(SourceWriter.class)
public final class QualitativeMeasuresWriter implements SourceWriter<CodedMeasure> {
  private static final long serialVersionUID = 1L;

  @Override
  public Class<CodedMeasure> writes() {
    return CodedMeasure.class;
  }

  @Override
  public String folder() {
    return "qualitative_measures";
  }

  @Override
  public @Nullable String file(int month, WorldSettings world) {
    return month == world.from()
        ? "QUALITATIVE_MEASURES_" + Math.floorDiv(month, 12) + ".csv"
        : null;
  }

  @Override
  public String header(int month) {
    return "trust,from_group,to_group,measure,value,scale,basis\n";
  }

  @Override
  public void row(CodedMeasure of, StringBuilder to) {
    to.append(of.code()).append(",NURSING_SUPPORT,NURSES,study_leave,").append(of.value());
    to.append(",1 none to 5 full,synthetic");
  }
}
