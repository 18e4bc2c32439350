package careworkforce.common.check;

import static org.apache.spark.sql.functions.bit_count;
import static org.apache.spark.sql.functions.bit_or;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.dayofmonth;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import careworkforce.common.table.Field;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import careworkforce.common.time.MonthBits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;

/**
 * Keys by their hashes: rows of different hashes have different keys. Where a key holds a date, the
 * months of all else in it are gathered as bits, so that a panel's hashes are as many as its
 * entities and not as its rows.
 */
final class KeyHashes {
  private final Table table;
  private final Optional<Field> dated;

  KeyHashes(Table table) {
    this.table = table;
    this.dated = table.key().stream().filter(f -> f.type().equals(DataTypes.DateType)).findFirst();
  }

  /** What is the same in all rows that are counted together. */
  Column group() {
    List<Column> parts = new ArrayList<>();
    table.key().stream()
        .filter(f -> dated.filter(f::equals).isEmpty())
        .forEach(f -> parts.add(f.col()));
    dated.ifPresent(
        date -> {
          parts.add(MonthBits.block(month(date)));
          parts.add(dayofmonth(date.col()));
        });
    return xxhash64(parts.toArray(Column[]::new));
  }

  /** Of a group, the rows beyond those that are proved to be of different keys; an aggregate. */
  Column unproved() {
    Column different =
        dated
            .map(date -> bit_count(bit_or(MonthBits.bit(month(date)))).cast("long"))
            .orElse(lit(1L));
    return count(lit(1)).minus(different);
  }

  /** Rows without a date count as of one month. */
  private static Column month(Field date) {
    return coalesce(Month.number(date.col()), lit(0));
  }
}
