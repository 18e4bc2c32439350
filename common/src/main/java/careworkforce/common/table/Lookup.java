package careworkforce.common.table;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.xxhash64;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A small table in which many rows look something up by text. Each task holds it by the hash of its
 * key, a whole number: a key of text would be written down once more for every row that asks. Keys
 * that differ and share a hash are told apart; a null is found nowhere.
 */
public final class Lookup {
  private static final String HASH = "looked_up_hash";
  private final Dataset<Row> small;
  private final Column[] key;

  private Lookup(Dataset<Row> small, Column[] key) {
    this.small = small;
    this.key = key;
  }

  /**
   * A table to look things up in.
   *
   * @param key its columns to find rows by, under names that no table has which asks
   */
  public static Lookup in(Dataset<Row> small, Column... key) {
    return new Lookup(small, key);
  }

  /**
   * Joins it to the rows that ask.
   *
   * @param how a join in which the rows that ask stand on the left, such as {@code left_outer}
   * @param by what they ask for, of each column of the key
   */
  public Dataset<Row> from(Dataset<Row> rows, String how, Column... by) {
    Column found = xxhash64(by).equalTo(col(HASH));
    for (int i = 0; i < key.length; i++) {
      found = found.and(by[i].between(key[i], key[i])); // an equality would be hashed as well
    }
    Dataset<Row> hashed = small.withColumn(HASH, xxhash64(key));
    return rows.join(broadcast(hashed), found, how).drop(HASH);
  }
}
