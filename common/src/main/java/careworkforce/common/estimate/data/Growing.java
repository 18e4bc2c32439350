package careworkforce.common.estimate.data;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;

/** One column that grows by Spark's internal rows, primitive where its type is. */
abstract class Growing implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Where the column stands in a row. */
  final int position;

  Growing(int position) {
    this.position = position;
  }

  /** An empty column for a double, a long, a decimal or a string. */
  static Growing of(int position, StructField field) {
    if (field.dataType().equals(DataTypes.DoubleType)) {
      return new GrowingDoubles(position);
    }
    if (field.dataType().equals(DataTypes.LongType)) {
      return new GrowingWholes(position);
    }
    return field.dataType() instanceof DecimalType decimal
        ? new GrowingDecimals(position, decimal)
        : new GrowingWords(position);
  }

  /** Sets the value of row {@code at}, which follows the last one set. */
  abstract void add(InternalRow row, int at);

  /** Whether a row has the value of row {@code at}; a missing value is like no other. */
  abstract boolean same(InternalRow row, int at);

  /** Forgets what rows do not overwrite. */
  void clear() {}

  /** Some rows, in arrays of their own. */
  abstract Growing take(int[] rows);

  /** The first rows of several columns of this kind, one after the other, as one. */
  abstract Column joined(List<? extends Growing> parts, int[] sizes);
}
