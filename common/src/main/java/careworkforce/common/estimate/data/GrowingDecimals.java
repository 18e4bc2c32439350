package careworkforce.common.estimate.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.DecimalType;
import org.jspecify.annotations.Nullable;

/** Decimals of more digits than a double holds, null where missing. */
final class GrowingDecimals extends Growing {
  private static final long serialVersionUID = 1L;

  private final DecimalType type;
  private @Nullable BigDecimal[] values = new BigDecimal[1024];

  GrowingDecimals(int position, DecimalType type) {
    super(position);
    this.type = type;
  }

  private @Nullable BigDecimal read(InternalRow row) {
    Decimal value =
        row.isNullAt(position) ? null : row.getDecimal(position, type.precision(), type.scale());
    return value == null ? null : value.toJavaBigDecimal();
  }

  @Override
  void add(InternalRow row, int at) {
    if (at == values.length) {
      values = Arrays.copyOf(values, 2 * at);
    }
    values[at] = read(row);
  }

  @Override
  boolean same(InternalRow row, int at) {
    BigDecimal value = read(row);
    BigDecimal last = values[at];
    return value != null && last != null && value.compareTo(last) == 0;
  }

  @Override
  Growing take(int[] rows) {
    GrowingDecimals taken = new GrowingDecimals(position, type);
    taken.values = Arrays.stream(rows).mapToObj(row -> values[row]).toArray(BigDecimal[]::new);
    return taken;
  }

  @Override
  Column joined(List<? extends Growing> parts, int[] sizes) {
    List<@Nullable BigDecimal> all = new ArrayList<>();
    for (int p = 0; p < sizes.length; p++) {
      all.addAll(Arrays.asList(((GrowingDecimals) parts.get(p)).values).subList(0, sizes[p]));
    }
    return Decimals.of(all.toArray(BigDecimal[]::new));
  }
}
