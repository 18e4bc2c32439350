package careworkforce.pipelines.bronze.onsdeaths;

import careworkforce.pipelines.synthetic.Cells;
import careworkforce.pipelines.synthetic.SourceWriter;
import careworkforce.pipelines.synthetic.Trap;
import careworkforce.pipelines.synthetic.WideRow;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.residents.RegisteredDeath;
import com.google.auto.service.AutoService;
import java.util.List;

/** Writes {@code ons_deaths/ONS_DEATHS_YYYY.csv} by year of registration. */
@AutoService(SourceWriter.class)
public final class OnsDeathsWriter implements SourceWriter<RegisteredDeath> {
  private static final long serialVersionUID = 1L;
  private static final WideRow ROW =
      new WideRow(
          OnsDeaths.TABLE.headers(),
          ',',
          List.of(
              "RECORD_ID",
              "DOD",
              "DOR",
              "CAUSE_OF_DEATH",
              "COMMUNAL_ESTABLISHMENT",
              "MATCH_RANK",
              "NHS_INDICATOR",
              "SEX"),
          column -> "");
  private static final String[] CAUSES = {"F03", "I259", "J189", "I64", "C349"};

  @Override
  public Class<RegisteredDeath> writes() {
    return RegisteredDeath.class;
  }

  @Override
  public String folder() {
    return "ons_deaths";
  }

  @Override
  public String file(int month, WorldSettings world) {
    return "ONS_DEATHS_" + Math.floorDiv(month, 12) + ".csv";
  }

  @Override
  public String header(int month) {
    return ROW.header();
  }

  @Override
  public void expand(int month, String row, StringBuilder to) {
    ROW.expand(row, to);
  }

  @Override
  public void row(RegisteredDeath of, StringBuilder to) {
    to.append(of.recordId()).append(',');
    Cells.iso(of.died(), to);
    to.append(',');
    Cells.iso(of.registered(), to);
    to.append(',').append(CAUSES[of.cause()]).append(',');
    to.append(of.inHospital() ? "600000" : "500000").append(',').append(of.matchRank());
    to.append(of.inHospital() ? ",1," : ",0,").append(of.resident().female() ? 2 : 1);
  }

  @Override
  public List<Spoil> spoils() {
    return List.of(new Spoil(Trap.BAD_DATE, 1, "2014-02-30"), new Spoil(Trap.BAD_NUMBER, 5, "?"));
  }
}
