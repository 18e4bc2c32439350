package careworkforce.common.check;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.delta.Lake;
import careworkforce.common.table.Check;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * The contract of rows that are kept out of a made table, as they break a promise whose severity is
 * QUARANTINE: the table's columns, and why.
 */
public final class Quarantine extends Table {
  /** The promises a row broke: their codes, parted by semicolons. */
  public final Field reason;

  private final List<Check> promises;

  private Quarantine(Table of, List<Check> promises) {
    super(
        Layer.QUARANTINE,
        of.layer().label() + "_" + of.name(),
        "one row kept out of " + of.fullName(),
        of.sensitivity());
    this.promises = promises;
    for (Field field : of.fields()) {
      Field same = field(field.name(), field.type(), field.meaning());
      String entity = field.pseudonymOf();
      if (entity != null) {
        same.pseudonymOf(entity);
      }
    }
    reason = field("quarantine_reason", DataTypes.StringType, "codes of the promises it broke");
  }

  /** That of a table; empty if none of its promises moves rows. */
  public static Optional<Quarantine> of(Table table) {
    List<Check> promises =
        table.checks().stream().filter(c -> c.severity() == Check.Severity.QUARANTINE).toList();
    return promises.isEmpty() ? Optional.empty() : Optional.of(new Quarantine(table, promises));
  }

  /**
   * Rows of a table as its job made them, those that stand and those set aside: of the versions
   * that are the newest now, whatever is written later.
   */
  public static Dataset<Row> withMoved(Lake lake, Table table) {
    Dataset<Row> standing = lake.read(table, lake.version(table).orElseThrow());
    Optional<Quarantine> aside = of(table);
    OptionalLong version = aside.map(lake::version).orElse(OptionalLong.empty());
    return version.isPresent()
        ? standing.unionByName(table.select(lake.read(aside.get(), version.getAsLong())))
        : standing;
  }

  /** Rows of the table that stay. */
  public Dataset<Row> kept(Dataset<Row> rows) {
    return rows.filter(keeps());
  }

  /** Rows of the table that are set aside, by this contract. */
  public Dataset<Row> moved(Dataset<Row> rows) {
    Column[] broken =
        promises.stream().map(p -> when(not(keeps(p)), lit(p.code()))).toArray(Column[]::new);
    return select(rows.filter(not(keeps())).withColumn(reason.name(), concat_ws("; ", broken)));
  }

  /** How many rows break each promise, by its code. */
  Map<String, Long> broken(Dataset<Row> rows) {
    Column[] counts = promises.stream().map(p -> count_if(not(keeps(p)))).toArray(Column[]::new);
    Row found = rows.select(counts).head();
    Map<String, Long> broken = new HashMap<>();
    for (int i = 0; i < counts.length; i++) {
      broken.put(promises.get(i).code(), found.getLong(i));
    }
    return broken;
  }

  /** True of a row that stays. */
  Column keeps() {
    return promises.stream().map(Quarantine::keeps).reduce(Column::and).orElseThrow();
  }

  private static Column keeps(Check promise) {
    return coalesce(promise.holds(), lit(true));
  }
}
