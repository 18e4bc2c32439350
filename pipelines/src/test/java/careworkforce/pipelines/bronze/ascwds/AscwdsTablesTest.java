package careworkforce.pipelines.bronze.ascwds;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.ingest.Ingest;
import careworkforce.common.table.Field;
import careworkforce.common.time.Month;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AscwdsTablesTest {

  @Test
  void shouldHoldEveryDeliveredColumnOnce() {
    Stream.of(AscwdsWorkplaces.TABLE, AscwdsWorkers.TABLE, AscwdsLeavers.TABLE)
        .forEach(
            table ->
                assertThat(table.fields().stream().map(Field::name).toList())
                    .hasSize(table.headers().size() + 3)
                    .doesNotHaveDuplicates());
    assertThat(AscwdsWorkplaces.TABLE.headers()).hasSize(726);
    assertThat(AscwdsWorkers.TABLE.headers()).hasSize(789);
    assertThat(AscwdsLeavers.TABLE.headers()).hasSize(743);
  }

  @Test
  void shouldReadThePeriodFromTheFolderAndTheWritingFromThePeriod() {
    Ingest workers = new AscwdsWorkersIngest();
    Month before = workers.layouts().get(0).period("20181231/worker.csv").orElseThrow();
    assertThat(before).isEqualTo(Month.of(2018, 12));
    assertThat(workers.layouts().get(0).holdsFor(before)).isTrue();
    assertThat(workers.layouts().get(1).holdsFor(before)).isFalse();
    assertThat(workers.layouts().get(1).holdsFor(Month.of(2019, 3))).isTrue();
  }

  @Test
  void shouldKnowThatLeaversHaveNoPersonKey() {
    assertThat(AscwdsLeavers.TABLE.headers()).doesNotContain("wrkglbid");
    assertThat(AscwdsWorkers.TABLE.personId.pseudonymOf()).isEqualTo("care_worker");
  }
}
