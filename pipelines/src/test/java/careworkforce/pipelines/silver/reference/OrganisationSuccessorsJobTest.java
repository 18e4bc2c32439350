package careworkforce.pipelines.silver.reference;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static org.apache.spark.sql.functions.not;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.job.FakeInputs;
import careworkforce.common.table.Check;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.bronze.trustsuccessors.TrustSuccessors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class OrganisationSuccessorsJobTest {
  private static final OrganisationSuccessors S = OrganisationSuccessors.TABLE;
  private static final TrustSuccessors D = TrustSuccessors.TABLE;
  private static final Dataset<Row> ROWS = with(TestRows.of(D));

  private static Dataset<Row> with(TestRows delivered) {
    KnownSuccessors known = KnownSuccessors.TABLE;
    return new OrganisationSuccessorsJob()
        .rows(
            FakeInputs.of()
                .with(known, new KnownSuccessorsJob().rows(FakeInputs.of()))
                .with(D, delivered.dataset()));
  }

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

  /** Yeovil to Somerset in 2023; and Sunderland's successor of 2019 to another, and on, made up. */
  @Test
  void shouldLeadKnownMergersOnByThoseDelivered() {
    Dataset<Row> rows =
        with(
            TestRows.of(D)
                .each(D.period, "2023-01", D.organisationName, "-", D.source, "ODS")
                .row(D.organisation, "RA4", D.successor, "RH5", D.effective, "2023-04-01")
                .row(D.organisation, "R0B", D.successor, "RY8", D.effective, "2024-04-01")
                .row(D.organisation, "RY8", D.successor, "RY9", D.effective, "2025-04-01"));
    assertRows(
            rows.where(S.successor.col().isin("RH5", "RY9", "R0B", "RY8")),
            S.organisation,
            S.successor,
            S.effective)
        .areExactly(
            "RA4 RH5 2023-04-01",
            "RBA RH5 2020-04-01",
            "R0B RY9 2024-04-01",
            "RLN RY9 2019-04-01",
            "RE9 RY9 2019-04-01",
            "RY8 RY9 2025-04-01");
    assertThat(rows.count()).isEqualTo(ROWS.count() + 3);
  }

  /** A code without an end is its own successor, which the contract refuses. */
  @Test
  void shouldRefuseACircleAndWhatLeadsIntoIt() {
    Dataset<Row> rows = with(chain("XA", "XB", "XC", "XD", "XB"));
    assertRows(rows.where(isMadeUp()), S.organisation, S.successor)
        .areExactly("XA XA", "XB XB", "XC XC", "XD XD");
    assertThat(refused(rows)).isEqualTo(4);
    assertThat(refused(ROWS)).isZero();
  }

  @Test
  void shouldLeadOnThroughEightMergersAndRefuseNine() {
    Dataset<Row> rows = with(chain("X0", "X1", "X2", "X3", "X4", "X5", "X6", "X7", "X8", "X9"));
    assertRows(rows.where(isMadeUp()), S.organisation, S.successor)
        .areExactly(
            "X0 X0", "X1 X9", "X2 X9", "X3 X9", "X4 X9", "X5 X9", "X6 X9", "X7 X9", "X8 X9");
    assertThat(refused(rows)).isOne();
  }

  private static TestRows chain(String... codes) {
    TestRows rows =
        TestRows.of(D)
            .each(
                D.period, "2023-01",
                D.effective, "2023-04-01",
                D.organisationName, "-",
                D.source, "ODS");
    for (int i = 1; i < codes.length; i++) {
      rows.row(D.organisation, codes[i - 1], D.successor, codes[i]);
    }
    return rows;
  }

  private static Column isMadeUp() {
    return S.organisation.col().startsWith("X");
  }

  /** Rows that the contract's check does not let through. */
  private static long refused(Dataset<Row> rows) {
    Check leads =
        S.checks().stream()
            .filter(check -> check.code().equals("LEADS_ELSEWHERE"))
            .findFirst()
            .orElseThrow();
    return rows.where(not(leads.holds())).count();
  }

  @Test
  void shouldTakeTheLatestDeliveryOfACodeBeforeEarlierOnesAndTheKnown() {
    Dataset<Row> rows =
        with(
            TestRows.of(D)
                .each(D.organisation, "RW6", D.organisationName, "Pennine", D.source, "ODS")
                .row(D.period, "2022-01", D.successor, "RY1", D.effective, "2021-11-01")
                .row(D.period, "2023-01", D.successor, "R0A", D.effective, "2021-10-01"));
    assertRows(rows.where(S.organisation.col().equalTo("RW6")), S.successor, S.effective)
        .areExactly("R0A 2021-10-01");
    assertThat(rows.count()).isEqualTo(ROWS.count());
  }
}
