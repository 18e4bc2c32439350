package careworkforce.pipelines.gold.socialcare.users;

import careworkforce.common.estimate.data.Column;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.job.Inputs;
import careworkforce.common.time.Month;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Row;

/** An instrument of areas in months that lie ahead. */
final class AreaLeads {
  private final Map<String, Double> values = new HashMap<>();

  private AreaLeads() {}

  /** Those of an instrument. */
  static AreaLeads of(Inputs inputs, AreaInstrument instrument) {
    AreaLeads leads = new AreaLeads();
    for (Row row :
        inputs
            .table(instrument.table())
            .select(
                instrument.area().col(),
                Month.number(instrument.month().col()),
                instrument.value().col().cast("double"))
            .collectAsList()) {
      leads.values.put(key(row.getString(0), row.getInt(1)), row.getDouble(2));
    }
    return leads;
  }

  /** A sample with the value so many months ahead as a column; not a number where unknown. */
  Frame with(Frame sample, String name, int months) {
    Column.Codes areas = sample.column(CarePanel.TTWA).codes();
    double[] month = sample.numbers(CarePanel.MONTH);
    double[] ahead = new double[month.length];
    for (int i = 0; i < ahead.length; i++) {
      String area = areas.levels().get(areas.values()[i]);
      ahead[i] = values.getOrDefault(key(area, (int) month[i] + months), Double.NaN);
    }
    return sample.with(name, ahead);
  }

  private static String key(String area, int month) {
    return area + "/" + month;
  }
}
