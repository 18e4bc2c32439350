package careworkforce.common.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.SparkJobs;
import careworkforce.common.delta.Lake;
import careworkforce.common.delta.Provenance;
import careworkforce.common.ingest.FileLedger;
import careworkforce.common.job.Manifest;
import careworkforce.common.table.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReconciledTest {
  @TempDir Path folder;
  private Lake lake;
  private Reconciled reconciled;

  @BeforeEach
  void open() {
    Hospital hospital = new Hospital(folder);
    hospital.deliver("beds/BEDS_202101.csv", "a,10", "b,20");
    hospital.deliver("staff/STAFF_202101.csv", "a,3").begin();
    lake = hospital.lake;
    reconciled = new Reconciled(lake);
  }

  private List<String> judge(Table... moved) {
    List<Gate.Moved> all = Stream.of(moved).map(t -> new Gate.Moved(t, 0)).toList();
    return reconciled.judge(all).stream().map(Manifest.Gate::message).toList();
  }

  @Test
  void shouldSayWhichSideLostARow() {
    assertThat(judge(Wards.BEDS, Wards.STAFF)).isEmpty();
    lake.append(Wards.BEDS, lake.read(Wards.BEDS).limit(1), Provenance.none());
    assertThat(judge(Wards.BEDS, Wards.STAFF))
        .containsExactly("bronze.beds: 2 rows accepted by the ledger, 3 in the table");
    assertThat(judge(FileLedger.TABLE)).isEmpty();
  }

  @Test
  void shouldReadTheLedgerOnceHoweverManySourcesMoved() throws TimeoutException {
    int one = SparkJobs.of(() -> judge(Wards.BEDS));
    int both = SparkJobs.of(() -> judge(Wards.BEDS, Wards.STAFF));
    assertThat(one).isPositive();
    assertThat(both).as("its rows are counted by the log").isEqualTo(one);
  }
}
