package careworkforce.common.job;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.Sparks;
import careworkforce.common.conf.Settings;
import careworkforce.common.delta.KeptLakes;
import careworkforce.common.delta.Lake;
import careworkforce.common.delta.Provenance;
import careworkforce.common.job.Fakes.Homes;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two homes, a file of some hundred bytes. */
class LakeBySizeTest {
  private static final String WHOLE_STAGE = "spark.sql.codegen.wholeStage";
  @TempDir Path folder;
  private Lake lake;

  @BeforeEach
  void write() {
    SparkSession compiling = Sparks.session().newSession();
    compiling.conf().set(WHOLE_STAGE, "true");
    compiling.conf().set("spark.sql.codegen.factoryMode", "FALLBACK");
    lake = new Lake(compiling, folder.toString());
    lake.overwrite(
        Homes.TABLE,
        compiling.createDataFrame(
            List.of(RowFactory.create("a", 1), RowFactory.create("b", 2)), Homes.TABLE.schema()),
        Provenance.none());
  }

  private String compiledFrom(int mebibytes) {
    Settings settings =
        Settings.load(List.of(), Map.of(LakeBySize.COMPILED_FROM.key(), String.valueOf(mebibytes)));
    Map<String, Long> versions = Map.of(Homes.TABLE.fullName(), 1L);
    Lake fit = new LakeBySize(lake, settings).of(List.of(Homes.TABLE), versions);
    assertThat(fit.read(Homes.TABLE).count()).isEqualTo(2);
    return fit.read(Homes.TABLE).sparkSession().conf().get(WHOLE_STAGE);
  }

  @Test
  void shouldCompileQueriesOfTablesAsLargeAsTheSetting() {
    assertThat(compiledFrom(1)).isEqualTo("false");
    assertThat(compiledFrom(0)).isEqualTo("true");
    assertThat(lake.spark().conf().get(WHOLE_STAGE)).as("the other session").isEqualTo("true");
  }

  @Test
  void shouldTakeATableForLargeWhoseBytesDeltaDoesNotTell() {
    for (Path file : KeptLakes.below(folder)) {
      if (file.toString().endsWith(".crc")) {
        FileUtils.deleteQuietly(file.toFile());
      }
    }
    assertThat(compiledFrom(1)).isEqualTo("true");
  }

  @Test
  void shouldTellTheBytesOfAVersionsDataFiles() {
    long bytes =
        KeptLakes.below(folder).stream()
            .filter(file -> file.toString().endsWith(".parquet"))
            .mapToLong(file -> file.toFile().length())
            .sum();
    assertThat(lake.bytes(Homes.TABLE, 1)).hasValue(bytes);
    assertThat(lake.bytes(Homes.TABLE, 0)).as("made, without rows").hasValue(0);
    assertThat(lake.bytes(Homes.TABLE, 7)).isEmpty();
  }
}
