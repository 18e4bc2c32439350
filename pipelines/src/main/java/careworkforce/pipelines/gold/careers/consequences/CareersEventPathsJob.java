package careworkforce.pipelines.gold.careers.consequences;

import careworkforce.common.conf.Setting;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.silver.spells.EsrSpells;
import careworkforce.pipelines.silver.spells.MassExits;
import careworkforce.pipelines.silver.spells.MoveRule;
import careworkforce.pipelines.silver.spells.OccupationMoves;
import careworkforce.pipelines.silver.spells.ServiceTransfers;
import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/** Follows movers, and those back from leave or long sickness, beside comparable staff. */
@AutoService(Job.class)
public final class CareersEventPathsJob implements Transform {
  private static final CareersEventPaths PATHS = CareersEventPaths.TABLE;
  private static final OccupationMoves MOVES = OccupationMoves.TABLE;
  private static final EsrSpells SPELLS = EsrSpells.TABLE;
  private static final MassExits EXITS = MassExits.TABLE;

  @Override
  public Table writes() {
    return PATHS;
  }

  @Override
  public List<Table> reads() {
    List<Table> reads = new ArrayList<>(StaffPanel.tables());
    reads.add(MOVES);
    reads.add(SPELLS);
    reads.add(EXITS);
    return reads;
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(MoveRule.HELD);
  }

  /** Events, the staff who have them and those beside them are few, and asked for several times. */
  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> spells = inputs.table(SPELLS);
    List<Dataset<Row>> kept = new ArrayList<>();
    try {
      Dataset<Row> events = kept(kept, CareerEvents.of(inputs.table(MOVES), spells));
      Dataset<Row> treated = kept(kept, MatchedUnits.treated(inputs, events));
      WorkingOn workingOn = new WorkingOn(spells, inputs.value(MoveRule.HELD));
      Dataset<Row> units = kept(kept, MatchedUnits.of(treated, inputs, events, workingOn));
      Dataset<Row> apart = ServiceTransfers.apart(spells, inputs.table(EXITS));
      Dataset<Row> sums = MatchedPaths.sums(units, StaffPanel.outcomes(inputs), apart);
      List<Row> rows = new EventPathRows(inputs, reads()).rows(sums);
      return PATHS.select(inputs.rows(rows, PATHS.schema()));
    } finally {
      kept.forEach(rows -> rows.unpersist(false));
    }
  }

  private static Dataset<Row> kept(List<Dataset<Row>> kept, Dataset<Row> rows) {
    kept.add(rows.persist(StorageLevel.MEMORY_AND_DISK()));
    return rows;
  }
}
