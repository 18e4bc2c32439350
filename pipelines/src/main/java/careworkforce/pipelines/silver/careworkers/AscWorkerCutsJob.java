package careworkforce.pipelines.silver.careworkers;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.conf.Setting;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.bronze.ascwds.AscwdsCodes;
import careworkforce.pipelines.bronze.ascwds.AscwdsWorkers;
import careworkforce.pipelines.silver.cleaning.CleaningRule;
import careworkforce.pipelines.silver.panels.AscEstablishments;
import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Matches cuts of the worker extracts and says of each record which rule drops it. Records are made
 * in the order of establishments, all that is counted within one follows, and persons are brought
 * together last, so that the wide rows move twice.
 */
@AutoService(Job.class)
public final class AscWorkerCutsJob implements Transform {
  private static final AscWorkerCuts CUTS = AscWorkerCuts.TABLE;
  private static final AscwdsWorkers WORKERS = AscwdsWorkers.TABLE;
  private static final AscEstablishments ESTABLISHMENTS = AscEstablishments.TABLE;
  private static final String ENTRY = "entry";

  static final Setting<Integer> EVERY =
      Setting.integer("socialcare.workers.every", "months", "between two cuts", 1, 12);
  static final Setting<Integer> FOUND_WITHIN =
      Setting.integer(
          "socialcare.workers.found-within",
          "months",
          "after a cut in which those who separate are looked for elsewhere; the next cut always",
          1,
          60);
  static final Setting<Integer> AMENDED_WITHIN =
      Setting.integer(
          "socialcare.workers.amended-within",
          "months",
          "an establishment not amended for so long is dropped, and tells not who left",
          1,
          120);
  static final Setting<Double> KEYS_MISSING =
      Setting.number(
          "socialcare.workers.keys-missing",
          "",
          "share of care staff without person key above which an establishment is dropped",
          0,
          1);
  static final Setting<Integer> YOUNGEST =
      Setting.integer("socialcare.workers.youngest", "years", "youngest of the sample", 0, 120);
  static final Setting<Integer> OLDEST =
      Setting.integer("socialcare.workers.oldest", "years", "oldest of the sample", 0, 120);

  @Override
  public Table writes() {
    return CUTS;
  }

  @Override
  public List<Table> reads() {
    return List.of(WORKERS, ESTABLISHMENTS);
  }

  @Override
  public List<Setting<?>> settings() {
    List<Setting<?>> settings =
        new ArrayList<>(
            List.of(EVERY, FOUND_WITHIN, AMENDED_WITHIN, KEYS_MISSING, YOUNGEST, OLDEST));
    settings.addAll(CleaningRule.settings(CleaningRule.of(CleaningRule.Of.WORKERS)));
    return settings;
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> extracts = inputs.table(WORKERS);
    int every = inputs.value(EVERY);
    Dataset<Row> records =
        WorkerRecords.atCuts(extracts, every, CleaningRule.PAY_BOUNDS.on(inputs));
    Dataset<Row> entered = NextCut.followed(records).withColumn(ENTRY, entry());
    int later = Math.max(1, inputs.value(FOUND_WITHIN) / every);
    Dataset<Row> cuts = WorkerRecords.cuts(extracts, every);
    Dataset<Row> matched = NextCut.matched(entered, cuts, later);
    Dataset<Row> told =
        EstablishmentCuts.of(inputs.table(ESTABLISHMENTS), cuts, inputs.value(AMENDED_WITHIN));
    return CUTS.select(withRule(judged(HomeLogPay.with(matched, records), told), inputs));
  }

  /** Adds what the establishments tell; where they are not updated, nobody stayed or left. */
  private static Dataset<Row> judged(Dataset<Row> records, Dataset<Row> told) {
    String[] key = {CUTS.establishmentId.name(), CUTS.month.name()};
    Column old =
        coalesce(col(EstablishmentCuts.OLD), lit(false))
            .or(coalesce(col(EstablishmentCuts.OLD_NEXT), lit(false)));
    return records
        .join(broadcast(told), key, "left_outer")
        .withColumn(CUTS.growth.name(), when(not(old), CUTS.growth.col()))
        .withColumn(
            CUTS.state.name(),
            when(old.and(CUTS.staffNext.col().isNotNull()), lit("not_updated"))
                .otherwise(CUTS.state.col()));
  }

  private static Dataset<Row> withRule(Dataset<Row> records, Inputs inputs) {
    return records.withColumn(
        CUTS.droppedBy.name(),
        coalesce(col(EstablishmentCuts.RULE), CleaningRule.first(inputs, holds(inputs))));
  }

  /** Place among the entries of a person at an establishment and cut. */
  private static Column entry() {
    WindowSpec entries =
        Window.partitionBy(CUTS.establishmentId.col(), col(WorkerRecords.SLOT), CUTS.personId.col())
            .orderBy(CUTS.startedOn.col().asc_nulls_last(), CUTS.workerId.col());
    return row_number().over(entries);
  }

  private static Map<CleaningRule, Column> holds(Inputs inputs) {
    Column share =
        when(
            col(NextCut.CARE_STAFF).gt(lit(0L)),
            col(NextCut.KEYLESS).cast("double").divide(col(NextCut.CARE_STAFF)));
    Column inAge = CUTS.age.col().between(lit(inputs.value(YOUNGEST)), lit(inputs.value(OLDEST)));
    Map<CleaningRule, Column> holds = new HashMap<>();
    holds.put(CleaningRule.PERSONAL_ASSISTANT, CUTS.jobRole.col().equalTo(lit("33")));
    holds.put(CleaningRule.NOT_UPDATED_LATELY, col(EstablishmentCuts.OLD));
    holds.put(CleaningRule.IDS_MISSING, share.gt(lit(inputs.value(KEYS_MISSING))));
    holds.put(CleaningRule.NO_PERSON_KEY, CUTS.personId.col().isNull());
    holds.put(
        CleaningRule.REPEATED_WORKER, CUTS.personId.col().isNotNull().and(col(ENTRY).gt(lit(1))));
    holds.put(CleaningRule.AGE, when(inAge, lit(false)).otherwise(lit(true)));
    holds.put(CleaningRule.HOME_CARE, CUTS.mainService.col().isInCollection(AscwdsCodes.HOME_CARE));
    return holds;
  }
}
