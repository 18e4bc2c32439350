package careworkforce.pipelines.gold.careers.descriptives;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Field;
import careworkforce.common.table.Table;
import careworkforce.pipelines.silver.careers.CareerYears;
import careworkforce.pipelines.silver.person.PayrollState;
import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Counts stayers at each horizon, and lays the horizons out as rows. */
@AutoService(Job.class)
public final class CareersRetentionJob implements Transform {
  private static final CareersRetention STAY = CareersRetention.TABLE;
  private static final CareerYears YEARS = CareerYears.TABLE;

  @Override
  public Table writes() {
    return STAY;
  }

  @Override
  public List<Table> reads() {
    return List.of(YEARS);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> started =
        inputs
            .table(YEARS)
            .where(YEARS.atStart.col().and(YEARS.state.col().equalTo(lit(PayrollState.ACTIVE))));
    List<Sum> sums = new ArrayList<>();
    List<Column> rows = new ArrayList<>();
    for (CareerYears.Horizon horizon : YEARS.horizons) {
      Sum seen = Sum.count("seen_" + horizon.months(), horizon.nhs().col().isNotNull());
      sums.add(seen);
      circles(horizon)
          .forEach(
              (circle, stays) -> {
                Sum stayed = Sum.count(stays.name(), coalesce(stays.col(), lit(false)));
                sums.add(stayed);
                rows.add(row(horizon.months(), circle, seen, stayed));
              });
    }
    Dataset<Row> laid = Laid.out(Cells.of(started, sums), rows.toArray(Column[]::new));
    return STAY.select(
        STAY.retention.of(
            laid.where(STAY.atWork.col().gt(lit(0L))), STAY.stayed.col(), STAY.atWork.col()));
  }

  private static Map<String, Field> circles(CareerYears.Horizon horizon) {
    Map<String, Field> circles = new LinkedHashMap<>();
    circles.put("job", horizon.job());
    circles.put("trust", horizon.trust());
    circles.put("occupation", horizon.occupation());
    circles.put("nhs", horizon.nhs());
    return circles;
  }

  private static Column row(int months, String circle, Sum seen, Sum stayed) {
    return struct(
        STAY.months.is(lit(months)),
        STAY.circle.is(lit(circle)),
        STAY.atWork.is(col(seen.name())),
        STAY.stayed.is(col(stayed.name())));
  }
}
