package careworkforce.pipelines.silver.careworkers;

import static org.apache.spark.sql.functions.lit;

import careworkforce.common.job.FakeInputs;
import careworkforce.common.table.Field;
import careworkforce.pipelines.AtHand;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.bronze.ascwds.AscwdsWorkers;
import careworkforce.pipelines.silver.panels.AscEstablishments;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Extracts, and the cuts that the job makes of them once they are asked for. */
final class WorkerExtracts {
  private static final AscwdsWorkers W = AscwdsWorkers.TABLE;
  private static final AscEstablishments E = AscEstablishments.TABLE;
  private static final AscWorkerCuts C = AscWorkerCuts.TABLE;

  final TestRows workers =
      TestRows.of(W)
          .each(
              W.sourceFile, "f",
              W.sourceLine, 2L,
              W.mainjrid, "8",
              W.mainstid, "2",
              W.emplstat, "190",
              W.strtdate, "2014-06-10",
              W.age, 40);
  private final TestRows establishments =
      TestRows.of(E).each(E.stale, false, E.amendedOn, "2015-01-10");
  private Dataset<Row> cuts;

  void worker(String month, String establishment, String worker, String person) {
    workers.row(
        W.period, month,
        W.establishmentid, establishment,
        W.workerid, worker,
        W.personId, person);
  }

  void establishment(String month, String id, Field field, Object value) {
    establishments.row(E.month, month, E.establishmentId, id, field, value);
  }

  FakeInputs inputs() {
    return FakeInputs.of().with(W, workers.dataset()).with(E, establishments.dataset());
  }

  Dataset<Row> cuts() {
    if (cuts == null) {
      cuts = AtHand.of(new AscWorkerCutsJob().rows(inputs()));
    }
    return cuts;
  }

  /** The cuts of the establishments whose number begins with a digit. */
  Dataset<Row> of(String digit) {
    return cuts().where(C.establishmentId.col().startsWith(digit));
  }

  /** Those of one month. */
  static Dataset<Row> in(String month, Dataset<Row> cuts) {
    return cuts.where(C.month.col().equalTo(lit(month + "-01").cast("date")));
  }
}
