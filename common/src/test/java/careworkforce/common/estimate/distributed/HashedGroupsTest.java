package careworkforce.common.estimate.distributed;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.estimate.data.Frame;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;

/**
 * Rows of trusts with a number each, sorted by a hash of the trust: RBA and RBB are made to share
 * one, RCA has its own.
 */
class HashedGroupsTest {
  private static final StructType SCHEMA = StructType.fromDDL("trust string, staff double");

  private static List<InternalRow> rows(long seed) {
    List<InternalRow> shared = new ArrayList<>();
    List<InternalRow> own = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      shared.add(row(i % 3 == 0 ? "RBA" : "RBB", i, 7, 1_000_003L * i % 97));
      own.add(row("RCA", i, 9, 1_000_003L * i % 101));
    }
    Collections.shuffle(shared, new Random(seed));
    Collections.shuffle(own, new Random(seed));
    shared.addAll(own);
    return shared;
  }

  private static InternalRow row(String trust, double staff, long group, long hash) {
    Object[] values = {UTF8String.fromString(trust), staff, group, hash << 40};
    return new GenericInternalRow(values);
  }

  private static List<Frame> parts(Iterator<InternalRow> rows, int most) {
    List<Frame> parts = new ArrayList<>();
    new HashedGroups(rows, SCHEMA, new int[] {0}, most).forEachRemaining(p -> parts.add(p.frame()));
    return parts;
  }

  private static List<String> trusts(Frame part) {
    List<String> levels = part.column("trust").codes().levels();
    return IntStream.of(part.column("trust").codes().values()).mapToObj(levels::get).toList();
  }

  @Test
  void shouldKeepGroupsOfOneHashApartAndWhole() {
    List<Frame> parts = parts(rows(1).iterator(), 10);
    assertThat(parts).hasSize(2);
    List<String> first = trusts(parts.get(0));
    long borders =
        IntStream.range(1, first.size())
            .filter(i -> !first.get(i).equals(first.get(i - 1)))
            .count();
    assertThat(first).hasSize(40).contains("RBA", "RBB");
    assertThat(borders).isEqualTo(1);
    assertThat(trusts(parts.get(1))).hasSize(40).containsOnly("RCA");
  }

  @Test
  void shouldGiveRowsOfAGroupInOneOrderHoweverTheyCome() {
    double[] staff = parts(rows(1).iterator(), 10).get(1).numbers("staff");
    assertThat(parts(rows(2).iterator(), 10).get(1).numbers("staff")).isEqualTo(staff);
    assertThat(parts(rows(2).iterator(), 1_000).get(0).numbers("staff")).hasSize(80);
  }
}
