package careworkforce.pipelines.silver.reference;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.job.FakeInputs;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class OrganisationSuccessorsJobTest {
  private static final OrganisationSuccessors S = OrganisationSuccessors.TABLE;
  private static final Dataset<Row> ROWS = new OrganisationSuccessorsJob().rows(FakeInputs.of());

  @Test
  void shouldLeadBothHalvesOfAMergerToOneTrust() {
    assertRows(ROWS.where(S.successor.col().equalTo("R0D")), S.organisation, S.effective)
        .areExactly("RD3 2020-10-01", "RDZ 2020-10-01");
  }

  @Test
  void shouldEndEveryChainInOneStep() {
    Dataset<Row> twice =
        ROWS.as("a")
            .join(ROWS.as("b"), S.successor.of("a").equalTo(S.organisation.of("b")), "inner");
    assertThat(twice.count()).isZero();
  }

  @Test
  void shouldGiveASourceForEveryRow() {
    assertThat(ROWS.where(S.source.col().equalTo("")).count()).isZero();
    assertThat(ROWS.select(S.organisation.col()).distinct().count()).isEqualTo(ROWS.count());
  }
}
