package careworkforce.common.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A table's contract. One subclass a table, with one public final {@link Field} a column and a
 * single instance named {@code TABLE}. From it come the schema, comments, the final select, checks
 * and the catalogue page.
 */
public abstract class Table {
  private final Layer layer;
  private final String name;
  private final String grain;
  private final Sensitivity sensitivity;
  private final List<Field> fields = new ArrayList<>();
  private final List<Field> partitions = new ArrayList<>();
  private final List<Check> checks = new ArrayList<>();
  private final List<Serves> serves = new ArrayList<>();
  private final List<Counted> counted = new ArrayList<>();

  /**
   * Begins a contract.
   *
   * @param layer where it stands
   * @param name snake case, unique in its layer
   * @param grain what one row is, in one sentence
   * @param sensitivity what it holds about people
   */
  protected Table(Layer layer, String name, String grain, Sensitivity sensitivity) {
    this.layer = layer;
    this.name = name;
    this.grain = grain;
    this.sensitivity = sensitivity;
  }

  /** Declares a column of the key: never null, and together with the other key columns unique. */
  protected final Field key(String name, DataType type, String meaning) {
    return field(name, type, meaning).asKey();
  }

  /** Declares a column. */
  protected final Field field(String name, DataType type, String meaning) {
    Field field = new Field(fullName(), name, type, meaning);
    fields.add(field);
    return field;
  }

  /** Declares the columns whose values lay out the files; those a replacement is made by. */
  protected final void partitionedBy(Field... by) {
    Collections.addAll(partitions, by);
  }

  /** Declares a promise about every row. */
  protected final void check(Check check) {
    checks.add(check);
  }

  /** Declares rows that the manifest of each run counts. */
  protected final void count(Counted rows) {
    counted.add(rows);
  }

  /** Declares a requirement that this table serves, and how. */
  protected final void serves(String requirement, String how) {
    serves.add(new Serves(requirement, how, false));
  }

  /** Declares a requirement that this table meets by a stated limit only. */
  protected final void limits(String requirement, String limit) {
    serves.add(new Serves(requirement, limit, true));
  }

  public final Layer layer() {
    return layer;
  }

  public final String name() {
    return name;
  }

  /** What one row is. */
  public final String grain() {
    return grain;
  }

  public final Sensitivity sensitivity() {
    return sensitivity;
  }

  /** Layer and name, such as {@code silver.esr_spells}. */
  public final String fullName() {
    return layer.label() + "." + name;
  }

  /** The folder below the lake's root, such as {@code silver/esr_spells}. */
  public final String folder() {
    return layer.label() + "/" + name;
  }

  public final List<Field> fields() {
    return Collections.unmodifiableList(fields);
  }

  /** The key's columns, in order; empty if rows have no key. */
  public final List<Field> key() {
    return fields.stream().filter(Field::isKey).toList();
  }

  public final List<Field> partitions() {
    return Collections.unmodifiableList(partitions);
  }

  public final List<Check> checks() {
    return Collections.unmodifiableList(checks);
  }

  /** Rows that the manifest of each run counts. */
  public final List<Counted> counted() {
    return Collections.unmodifiableList(counted);
  }

  public final List<Serves> serves() {
    return Collections.unmodifiableList(serves);
  }

  /** The Spark schema. */
  public final StructType schema() {
    return new StructType(fields.stream().map(Field::structField).toArray(StructField[]::new));
  }

  /**
   * The final select of a job: this contract's columns, in order, each with its comment. Types are
   * not changed: a job that computes another type than the contract's is refused when it is
   * planned.
   */
  public final Dataset<Row> select(Dataset<Row> rows) {
    Column[] columns =
        fields.stream()
            .map(f -> f.col().as(f.name(), f.structField().metadata()))
            .toArray(Column[]::new);
    return rows.select(columns);
  }

  /** The values of the columns that the table is partitioned by, each combination of them once. */
  public final Dataset<Row> selectPartitions(Dataset<Row> rows) {
    return rows.select(partitions.stream().map(Field::col).toArray(Column[]::new)).distinct();
  }

  @Override
  public final String toString() {
    return fullName();
  }
}
