package careworkforce.common.check;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.delta.Lake;
import careworkforce.common.table.Check;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Table;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * The contract of rows that were moved out of a made table, as they broke a promise whose severity
 * is QUARANTINE: the table's columns, and why.
 */
public final class Quarantine extends Table {
  /** The promises a row broke: their codes, parted by semicolons. */
  public final Field reason;

  private final List<Check> promises;

  private Quarantine(Table of, List<Check> promises) {
    super(
        Layer.QUARANTINE,
        of.layer().label() + "_" + of.name(),
        "one row moved out of " + of.fullName(),
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

  /** Rows of a table as its job made them: those that stand, and those moved out of it. */
  public static Dataset<Row> withMoved(Lake lake, Table table) {
    Dataset<Row> standing = lake.read(table);
    return of(table)
        .filter(lake::exists)
        .map(aside -> standing.unionByName(table.select(lake.read(aside))))
        .orElse(standing);
  }

  /** Rows of the table that stay. */
  public Dataset<Row> kept(Dataset<Row> rows) {
    return rows.filter(keeps());
  }

  /** Rows of the table that move, by this contract. */
  public Dataset<Row> moved(Dataset<Row> rows) {
    Column[] broken =
        promises.stream()
            .map(p -> when(not(coalesce(p.holds(), lit(true))), lit(p.code())))
            .toArray(Column[]::new);
    return select(rows.filter(not(keeps())).withColumn(reason.name(), concat_ws("; ", broken)));
  }

  private Column keeps() {
    return promises.stream()
        .map(p -> coalesce(p.holds(), lit(true)))
        .reduce(Column::and)
        .orElseThrow();
  }
}
