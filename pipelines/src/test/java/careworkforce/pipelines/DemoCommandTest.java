package careworkforce.pipelines;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careworkforce.common.Sparks;
import careworkforce.common.delta.Lake;
import careworkforce.common.delta.Provenance;
import careworkforce.common.error.UserError;
import careworkforce.common.job.Catalogue;
import careworkforce.common.table.Table;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which lakes the demo may write to. */
class DemoCommandTest {
  private static final Catalogue CATALOGUE = Catalogue.declared();
  @TempDir Path folder;

  private Lake lake(String table, boolean synthetic) {
    Lake lake = new Lake(Sparks.session(), folder.resolve("lake").toString());
    Table written = CATALOGUE.writer(table).writes();
    lake.overwrite(
        written,
        Lake.empty(Sparks.session(), written),
        new Provenance("run-1", "", Map.of(), Map.of(), synthetic));
    return lake;
  }

  @Test
  void shouldRefuseALakeThatHoldsDeliveredRowsNotMarkedSynthetic() {
    Lake real = lake("bronze.ascwds_leaver", false);
    assertThatThrownBy(() -> DemoCommand.mustHoldNothingReal(real, CATALOGUE))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(
            "bronze.ascwds_leaver there holds rows that are not marked synthetic");
  }

  @Test
  void shouldTakeALakeOfAnEarlierDemoAndOneThatIsNotThere() {
    Lake none = new Lake(Sparks.session(), folder.resolve("none").toString());
    assertThatCode(() -> DemoCommand.mustHoldNothingReal(none, CATALOGUE))
        .doesNotThrowAnyException();
    Lake earlier = lake("bronze.ascwds_leaver", true);
    assertThatCode(() -> DemoCommand.mustHoldNothingReal(earlier, CATALOGUE))
        .doesNotThrowAnyException();
  }
}
