package careworkforce.common.table;

import java.util.Objects;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.jspecify.annotations.Nullable;

/**
 * One column of a table's contract: the only place its name is written. Declared inside a {@link
 * Table}; jobs take its {@link #col()}.
 */
public final class Field {
  private final String table;
  private final String name;
  private final DataType type;
  private final String meaning;
  private boolean required;
  private boolean key;
  private @Nullable String unit;
  private @Nullable CodeList codes;
  private @Nullable String pseudonymOf;

  Field(String table, String name, DataType type, String meaning) {
    this.table = table;
    this.name = name;
    this.type = type;
    this.meaning = meaning;
  }

  /** Never null. */
  public Field required() {
    this.required = true;
    return this;
  }

  Field asKey() {
    this.key = true;
    return required();
  }

  /** The unit of measurement, such as {@code £ an hour}. */
  public Field unit(String unit) {
    this.unit = unit;
    return this;
  }

  /**
   * The codes it may hold; any other value breaks the table's contract. A class whose table has
   * lists of its own declares them above the table, which would else be made before they are.
   */
  public Field codes(CodeList codes) {
    this.codes = Objects.requireNonNull(codes, "codes of " + name);
    return this;
  }

  /** Declares a direct identifier of an entity type; only its keyed pseudonym is ever written. */
  public Field pseudonymOf(String entity) {
    this.pseudonymOf = entity;
    return this;
  }

  /** The column in a dataset that holds this contract's rows. */
  public Column col() {
    return functions.col(name);
  }

  /** The column of a dataset aliased as {@code alias}. */
  public Column of(String alias) {
    return functions.col(alias + "." + name);
  }

  /** An expression that becomes this column. */
  public Column is(Column expression) {
    return expression.as(name);
  }

  public String name() {
    return name;
  }

  public DataType type() {
    return type;
  }

  public String meaning() {
    return meaning;
  }

  public boolean isRequired() {
    return required;
  }

  public boolean isKey() {
    return key;
  }

  public @Nullable String unit() {
    return unit;
  }

  public @Nullable CodeList codes() {
    return codes;
  }

  public @Nullable String pseudonymOf() {
    return pseudonymOf;
  }

  /** The Spark field, its meaning as comment. */
  public StructField structField() {
    return new StructField(
        name, type, !required, new MetadataBuilder().putString("comment", comment()).build());
  }

  private String comment() {
    return unit == null ? meaning : meaning + " (" + unit + ")";
  }

  @Override
  public String toString() {
    return table + "." + name;
  }
}
