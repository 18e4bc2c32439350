package careworkforce.pipelines.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * The facts of one entity as rows on their way to files, with the traps that may befall any row:
 * exact duplicates, and copies with a wrong cell. Good rows are never lost.
 */
final class ToldRows implements Told {
  private final WorldSettings world;
  private final DeliveryFiles files;
  private final List<Row> rows = new ArrayList<>();
  private final Map<String, Long> tallies = new TreeMap<>();
  private final StringBuilder text = new StringBuilder();

  ToldRows(WorldSettings world, DeliveryFiles files) {
    this.world = world;
    this.files = files;
  }

  @Override
  public <F extends Fact> void fact(F fact) {
    for (DeliveryFiles.Slot slot : files.of(fact.getClass())) {
      int file = slot.file(fact.month());
      if (file >= 0) {
        text.setLength(0);
        write(slot.writer(), fact);
        row(slot.writer(), fact.month(), file, text.toString());
      }
    }
  }

  @SuppressWarnings("unchecked") // slots are kept by the class of their facts
  private <F extends Fact> void write(SourceWriter<?> writer, F fact) {
    ((SourceWriter<F>) writer).row(fact, text);
  }

  private void row(SourceWriter<?> writer, int month, int file, String row) {
    if (writer.summed()) {
      rows.add(RowFactory.create(file, 0L, row));
      return;
    }
    long order = Draw.mix(hash(row) ^ world.seed());
    rows.add(RowFactory.create(file, order, row));
    tally("rows_" + writer.folder(), 1);
    Draw draw = Draw.of(world.seed(), "row", order);
    if (draw.chance(world.rate(Trap.EXACT_DUPLICATE))) {
      rows.add(RowFactory.create(file, order, row));
      tally(Trap.EXACT_DUPLICATE, 1);
    }
    for (SourceWriter.Spoil spoil : writer.spoils()) {
      if (draw.chance(world.rate(spoil.trap()))) {
        rows.add(RowFactory.create(file, order, spoil.in(row, writer.delimiter(month))));
        tally(spoil.trap(), 1);
      }
    }
  }

  private static long hash(String row) {
    long hash = row.length();
    for (int i = 0; i < row.length(); i++) {
      hash = hash * 0x100000001B3L + row.charAt(i);
    }
    return hash;
  }

  @Override
  public void tally(String name, long count) {
    tallies.merge(name, count, Long::sum);
  }

  List<Row> rows() {
    tallies.forEach(
        (name, count) -> rows.add(RowFactory.create(files.tallies(), 0L, name + "\t" + count)));
    return rows;
  }
}
