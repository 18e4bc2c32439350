package careworkforce.common.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careworkforce.common.Sparks;
import careworkforce.common.delta.Lake;
import careworkforce.common.delta.Part;
import careworkforce.common.delta.Provenance;
import careworkforce.common.table.Check;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ages below 15 and pay below 0 are set aside; an id must be there. */
@Timeout(120)
class SiftingTest {
  private static final Staff STAFF = new Staff();
  private static final Quarantine ASIDE = Quarantine.of(STAFF).orElseThrow();
  private static final Row[] TWICE = {row("c", 16, 1), row("c", 17, 1), row("d", 14, 1)};
  @TempDir Path folder;
  private Lake lake;

  @BeforeEach
  void open() {
    lake = new Lake(Sparks.session(), folder.toString());
  }

  @Test
  void shouldCountEachPromiseOfTheRowsSetAsideAndTheRowsThatStand() {
    CheckReport report = write(Part.ALL, row("a", 14, -1), row("b", 14, 1), row("c", 15, 0));
    assertThat(report.rows()).isEqualTo(1);
    assertThat(report.findings())
        .extracting(f -> f.code() + " " + f.broken())
        .containsExactly("NOT_NULL id 0", "AGE 2", "PAY 1", "KEY 0");
    assertThat(rows(ASIDE)).containsExactly("[a,14,-1,AGE; PAY]", "[b,14,1,AGE]");
    assertThat(rows(STAFF)).containsExactly("[c,15,0]");
  }

  @Test
  void shouldEmptyTheQuarantineOfThePartWrittenAlone() {
    write(Part.ALL, row("a", 14, 1), row("b", 14, 1));
    write(Part.of(STAFF.id, "a"), row("a", 16, 1));
    assertThat(rows(ASIDE)).containsExactly("[b,14,1,AGE]");
    assertThat(rows(STAFF)).containsExactly("[a,16,1]");
  }

  @Test
  void shouldEndWhereSparkKnowsBeforehandThatThereAreNoRows() {
    assertThat(write(Part.ALL).rows()).isZero();
    Dataset<Row> none = dataset(row("a", 14, 1)).where(functions.lit(false));
    assertThat(write(Part.ALL, none).rows()).isZero();
    assertThat(write(Part.NONE, none).rows()).isZero();
    assertThat(lake.exists(ASIDE)).isFalse();
  }

  @Test
  void shouldGiveWayToTheLastVersionThatPassedAndNotToOneNeverTried() {
    write(Part.ALL, row("a", 16, 1), row("b", 14, 1));
    cutOffBeforeTheQuarantine(row("x", 16, 1), row("y", 14, 1));
    cutOffBeforeTheQuarantine(row("x", 17, 1), row("y", 14, 1));
    lake.overwrite(ASIDE, ASIDE.moved(dataset(row("y", 14, 1))), Provenance.none());
    assertThat(rows(STAFF)).as("never tried").containsExactly("[x,17,1]");

    assertThat(write(Part.ALL, TWICE).failures()).isNotEmpty();
    assertThat(rows(STAFF)).containsExactly("[a,16,1]");
    assertThat(rows(ASIDE)).containsExactly("[b,14,1,AGE]");
  }

  @Test
  void shouldTakeBothAwayWhereNoVersionEverPassed() {
    cutOffBeforeTheQuarantine(row("x", 16, 1), row("y", 14, 1));
    write(Part.ALL, TWICE);
    assertThat(lake.exists(STAFF)).isFalse();
    assertThat(lake.exists(ASIDE)).isFalse();
  }

  @Test
  void shouldGiveWayToAVersionThatPassedAfterOneThatDidNot() {
    write(Part.ALL, row("a", 16, 1));
    cutOffBeforeTheQuarantine(row("x", 16, 1), row("y", 14, 1));
    write(Part.ALL, row("b", 16, 1), row("c", 14, 1));
    write(Part.ALL, TWICE);
    assertThat(rows(STAFF)).containsExactly("[b,16,1]");
    assertThat(rows(ASIDE)).containsExactly("[c,14,1,AGE]");
  }

  /** As a process leaves it that is killed once a version is known to have passed. */
  @Test
  void shouldGiveWayToTheVersionThatPassedWhateverNoteIsLeft() {
    write(Part.ALL, row("a", 16, 1));
    new Untried(lake, STAFF).begin();
    lake.overwrite(STAFF, dataset(row("b", 16, 1)), Provenance.none());
    lake.passed(STAFF, lake.version(STAFF).orElseThrow());
    write(Part.ALL, TWICE);
    assertThat(rows(STAFF)).containsExactly("[b,16,1]");
  }

  /** Its process is no more once the table is written. */
  private void cutOffBeforeTheQuarantine(Row... rows) {
    AtomicInteger commits = new AtomicInteger();
    Lake mortal =
        lake.asking(
            () -> {
              if (commits.incrementAndGet() > 1) {
                throw new IllegalStateException("killed");
              }
            });
    assertThatThrownBy(
            () -> new Trial(mortal, STAFF, true).of(dataset(rows), Part.ALL, Provenance.none()))
        .hasMessage("killed");
  }

  private CheckReport write(Part part, Row... rows) {
    return write(part, dataset(rows));
  }

  private CheckReport write(Part part, Dataset<Row> rows) {
    return new Trial(lake, STAFF, true).of(rows, part, Provenance.none());
  }

  private static Dataset<Row> dataset(Row... rows) {
    return Sparks.session().createDataFrame(Arrays.asList(rows), STAFF.schema());
  }

  private static Row row(String id, int age, int pay) {
    return RowFactory.create(id, age, pay);
  }

  private List<String> rows(Table table) {
    return lake.read(table).orderBy("id").collectAsList().stream().map(Object::toString).toList();
  }

  private static final class Staff extends Table {
    final Field id = key("id", DataTypes.StringType, "person").required();
    final Field age = field("age", DataTypes.IntegerType, "age").unit("years");
    final Field pay = field("pay", DataTypes.IntegerType, "pay").unit("pounds");

    Staff() {
      super(Layer.SILVER, "sifted_staff", "one row a person", Sensitivity.PUBLIC);
      check(Check.orAside("AGE", "all are 15 or older", age.col().geq(15)));
      check(Check.orAside("PAY", "nobody pays to work", pay.col().geq(0)));
    }
  }
}
