package careworkforce.pipelines.bronze.minimumwage;

import careworkforce.pipelines.synthetic.SourceWriter;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.area.WageFloor;
import com.google.auto.service.AutoService;
import org.jspecify.annotations.Nullable;

/** Writes {@code minimum_wage/MINIMUM_WAGE_YYYY.csv}. */
@AutoService(SourceWriter.class)
public final class MinimumWageRatesWriter implements SourceWriter<WageFloor> {
  private static final long serialVersionUID = 1L;

  @Override
  public Class<WageFloor> writes() {
    return WageFloor.class;
  }

  @Override
  public String folder() {
    return "minimum_wage";
  }

  @Override
  public @Nullable String file(int month, WorldSettings world) {
    return "MINIMUM_WAGE_" + Math.floorDiv(month, 12) + ".csv";
  }

  @Override
  public String header(int month) {
    return "from,age_from,age_to,apprentice,rate\n";
  }

  @Override
  public void row(WageFloor of, StringBuilder to) {
    to.append(of.from()).append(',').append(of.ageFrom()).append(',').append(of.ageTo());
    to.append(',').append(of.apprentice() ? 'Y' : 'N').append(',').append(of.rate());
  }
}
