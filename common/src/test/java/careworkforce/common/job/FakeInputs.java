package careworkforce.common.job;

import careworkforce.common.Sparks;
import careworkforce.common.conf.Setting;
import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Lake;
import careworkforce.common.table.Table;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** Inputs from rows at hand; a table not given is empty, a setting not given has its default. */
public final class FakeInputs implements Inputs {
  private static final Settings DEFAULTS = Settings.defaults();
  private final Map<String, Dataset<Row>> tables = new HashMap<>();
  private final Map<String, Object> values = new HashMap<>();

  private FakeInputs() {}

  public static FakeInputs of() {
    return new FakeInputs();
  }

  /** Rows in the order of the contract's columns. */
  public FakeInputs with(Table table, Row... rows) {
    return with(table, Sparks.session().createDataFrame(Arrays.asList(rows), table.schema()));
  }

  public FakeInputs with(Table table, Dataset<Row> rows) {
    tables.put(table.fullName(), rows);
    return this;
  }

  public <T> FakeInputs with(Setting<T> setting, T value) {
    values.put(setting.key(), value);
    return this;
  }

  @Override
  public Dataset<Row> table(Table table) {
    return tables.computeIfAbsent(table.fullName(), name -> Lake.empty(Sparks.session(), table));
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> T value(Setting<T> setting) {
    Object given = values.get(setting.key());
    return given == null ? DEFAULTS.value(setting) : (T) given;
  }

  @Override
  public Dataset<Row> rows(List<Row> rows, StructType schema) {
    return Sparks.session().createDataFrame(rows, schema);
  }

  @Override
  public long version(Table table) {
    return -1;
  }
}
