package careworkforce.pipelines.bronze.onsdeaths;

import careworkforce.pipelines.synthetic.SourceWriter;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.residents.RegisteredDeath;
import com.google.auto.service.AutoService;

/** Writes {@code ons_deaths_bridge/ONS_DEATHS_BRIDGE_YYYY.csv}. */
@AutoService(SourceWriter.class)
public final class OnsDeathPersonsWriter implements SourceWriter<RegisteredDeath> {
  private static final long serialVersionUID = 1L;

  @Override
  public Class<RegisteredDeath> writes() {
    return RegisteredDeath.class;
  }

  @Override
  public String folder() {
    return "ons_deaths_bridge";
  }

  @Override
  public String file(int month, WorldSettings world) {
    return "ONS_DEATHS_BRIDGE_" + Math.floorDiv(month, 12) + ".csv";
  }

  @Override
  public String header(int month) {
    return "RECORD_ID,TOKEN_PERSON_ID\n";
  }

  @Override
  public void row(RegisteredDeath of, StringBuilder to) {
    to.append(of.recordId()).append(',').append(of.resident().token());
  }
}
