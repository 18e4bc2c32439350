package careworkforce.pipelines.bronze.geography;

import careworkforce.pipelines.synthetic.SourceWriter;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.area.DeprivationRow;
import com.google.auto.service.AutoService;
import org.jspecify.annotations.Nullable;

/** Writes file 7 of the indices of deprivation, with the cells that are taken filled. */
@AutoService(SourceWriter.class)
public final class DeprivationWriter implements SourceWriter<DeprivationRow> {
  private static final long serialVersionUID = 1L;
  private static final int INDICES_AFTER_THE_FIRST = 15;

  @Override
  public Class<DeprivationRow> writes() {
    return DeprivationRow.class;
  }

  @Override
  public String folder() {
    return "imd";
  }

  @Override
  public @Nullable String file(int month, WorldSettings world) {
    return month == world.from()
        ? "File_7_-_All_IoD2019_Scores__Ranks__Deciles_and_Population_Denominators_3.csv"
        : null;
  }

  @Override
  public String header(int month) {
    return "LSOA code (2011),LSOA name (2011),Local Authority District code (2019),"
        + "Local Authority District name (2019),Index of Multiple Deprivation (IMD) Score,"
        + "Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived),"
        + "Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs)"
        + ",Score,Rank,Decile".repeat(INDICES_AFTER_THE_FIRST)
        + ",Total population: mid 2015 (excluding prisoners)"
        + ",Dependent Children aged 0-15: mid 2015 (excluding prisoners)"
        + ",Population aged 16-59: mid 2015 (excluding prisoners)"
        + ",Older population aged 60 and over: mid 2015 (excluding prisoners)"
        + ",Working age population 18-59/64: for use with Employment Deprivation Domain"
        + " (excluding prisoners)\n";
  }

  @Override
  public void row(DeprivationRow of, StringBuilder to) {
    to.append(of.district().lsoa(of.number())).append(",,").append(of.district().code());
    to.append(",\"").append(of.district().name()).append("\",,").append(of.rank()).append(',');
    to.append(of.decile()).append(",,,".repeat(INDICES_AFTER_THE_FIRST)).append(",,,,,");
    to.append(of.workingAge());
  }
}
