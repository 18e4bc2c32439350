package careworkforce.pipelines.silver.panels;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/** Filled posts from total staff and worker records, as Skills for Care finds them. */
final class FilledPosts {
  private static final AscEstablishments OURS = AscEstablishments.TABLE;

  private FilledPosts() {}

  /**
   * Code of how they are found; null if they are not.
   *
   * @param onlyNear whether both counts must be near each other, and at least 3 if equal
   */
  static Column basis(boolean onlyNear) {
    Column staff = OURS.totalStaff.col();
    Column records = OURS.workerRecords.col();
    Column apart = abs(staff.minus(records));
    Column near =
        onlyNear
            ? apart.lt(lit(5)).or(apart.multiply(lit(20)).lt(staff.plus(records)))
            : apart.isNotNull();
    Column enough = onlyNear ? staff.geq(lit(3)) : lit(true);
    return when(staff.equalTo(records), when(enough, lit("equal"))).when(near, lit("mean"));
  }

  /** The mean of both counts, where there is a basis. */
  static Column posts() {
    Column both =
        OURS.totalStaff
            .col()
            .plus(OURS.workerRecords.col())
            .cast("decimal(10,0)")
            .divide(lit(2))
            .cast(OURS.filledPosts.type());
    return when(OURS.filledPostsBasis.col().isNotNull(), both);
  }
}
