package careworkforce.common.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.Sparks;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns that no row fills are left out of data files and are null nevertheless. */
class FilledFieldsTest {
  @TempDir Path folder;

  private StructType written(Desk desk) {
    return Sparks.session()
        .read()
        .option("recursiveFileLookup", "true")
        .option("pathGlobFilter", "*.parquet")
        .parquet(desk.lake.path(Homes.TABLE) + "/period=2015-01-01")
        .schema();
  }

  @Test
  void shouldLeaveEmptyColumnsOutOfTheFilesAndReadThemAsNull() {
    Desk desk =
        new Desk(folder).deliver("homes/HOMES_201501.csv", Homes.HEADER + "a,3,,,\nb,,NULL,,\n");
    desk.run(Homes.Taking.standard());
    assertThat(written(desk).fieldNames())
        .containsExactly("source_file", "source_line", "home", "beds", "period");
    assertThat(desk.lake.read(Homes.TABLE).schema()).isEqualTo(Homes.TABLE.schema());
    assertThat(desk.rows(Homes.TABLE))
        .containsExactly(
            "[2015-01-01,HOMES_201501.csv,2,a,3,null,null,null]",
            "[2015-01-01,HOMES_201501.csv,3,b,null,null,null,null]");
  }

  @Test
  void shouldRejectForAColumnThatNoAcceptedRowFills() {
    Desk desk =
        new Desk(folder).deliver("homes/HOMES_201501.csv", Homes.HEADER + "a,,x,,\nb,,,,\n");
    assertThat(Desk.counts(desk.run(Homes.Taking.standard())))
        .containsExactly("HOMES_201501.csv ingested 2 = 1 + 1 + 0");
    assertThat(desk.rows(Homes.TABLE))
        .containsExactly("[2015-01-01,HOMES_201501.csv,3,b,null,null,null,null]");
  }

  @Test
  void shouldFillAColumnThatAnotherFileLeftEmpty() {
    Desk desk = new Desk(folder).deliver("homes/HOMES_201501.csv", Homes.HEADER + "a,,,,N\n");
    desk.run(Homes.Taking.standard());
    desk.deliver("homes/HOMES_201502.csv", Homes.HEADER + "a,,9.50,,\n");
    desk.run(Homes.Taking.standard());
    assertThat(desk.rows(Homes.TABLE))
        .containsExactly(
            "[2015-01-01,HOMES_201501.csv,2,a,null,null,null,N]",
            "[2015-02-01,HOMES_201502.csv,2,a,null,9.50,null,null]");
  }

  @Test
  void shouldKeepWhatPlacesARowAndWhatIsRequiredWithoutAnyRow() {
    assertThat(FilledFields.of(Homes.TABLE, List.of()).schema().fieldNames())
        .containsExactly("period", "source_file", "source_line", "home");
    assertThat(FilledFields.of(People.TABLE, List.of()).schema().fieldNames())
        .containsExactly("period", "source_file", "source_line", "person", "staff");
  }
}
