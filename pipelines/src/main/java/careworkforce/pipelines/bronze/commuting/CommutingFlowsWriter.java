package careworkforce.pipelines.bronze.commuting;

import careworkforce.pipelines.synthetic.SourceWriter;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.area.CommuterFlow;
import com.google.auto.service.AutoService;
import org.jspecify.annotations.Nullable;

/** Writes {@code commuting/wu03ew_2011.csv}. */
@AutoService(SourceWriter.class)
public final class CommutingFlowsWriter implements SourceWriter<CommuterFlow> {
  private static final long serialVersionUID = 1L;

  @Override
  public Class<CommuterFlow> writes() {
    return CommuterFlow.class;
  }

  @Override
  public String folder() {
    return "commuting";
  }

  @Override
  public @Nullable String file(int month, WorldSettings world) {
    return month == world.from() ? "wu03ew_2011.csv" : null;
  }

  @Override
  public String header(int month) {
    return "Area of residence,Area of workplace,All categories: Method of travel to work\n";
  }

  @Override
  public void row(CommuterFlow of, StringBuilder to) {
    to.append(of.residence().msoa()).append(',').append(of.workplace().msoa());
    to.append(',').append(of.workers());
  }
}
