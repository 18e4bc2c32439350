package careworkforce.pipelines.gold.careers.drivers;

import static org.apache.spark.sql.functions.lit;

import careworkforce.common.estimate.data.Column;
import careworkforce.common.estimate.data.Frame;
import careworkforce.pipelines.silver.careers.CareerRiskCells;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The hazard of one kind of event as a model of the cells, wherever they are.
 *
 * @param event that happens
 * @param drivers the right side of its formula; the left is the event, 1 where it happens
 * @param traits the levels of each that are told
 * @param price which house price is among the drivers; empty if none is
 * @param priceAlone whether it is told of nothing else, as the other drivers are of more months
 */
record Hazard(
    String event,
    String drivers,
    Map<String, MergedLevels> traits,
    String price,
    boolean priceAlone) {
  private static final CareerRiskCells CELLS = CareerRiskCells.TABLE;

  String formula() {
    return event + " ~ " + drivers;
  }

  /** By what it is clustered: trusts, and areas where house prices are told. */
  List<String> clusters() {
    List<String> clusters = new ArrayList<>();
    if (!priceAlone) {
      clusters.add(CELLS.organisation.name());
    }
    if (!price.isEmpty()) {
      clusters.add(TrustExposures.TTWA);
    }
    return clusters;
  }

  /** Whether another differs in the event alone, of which the same months are at risk. */
  boolean like(Hazard other) {
    return drivers.equals(other.drivers)
        && traits.equals(other.traits)
        && clusters().equals(other.clusters())
        && ofThoseAway() == other.ofThoseAway();
  }

  /** Whether who is away the next month is at risk: of leaving alone. */
  private boolean ofThoseAway() {
    return event.equals(CareerRiskCells.LEFT);
  }

  /** The cells at risk as the model wants them, in memory. */
  Frame of(Frame all) {
    Frame cells = ofThoseAway() ? all : atWorkNext(all);
    Column.Codes codes = cells.column(CELLS.event.name()).codes();
    int own = codes.levels().indexOf(event);
    Frame frame =
        cells.with(
            event, IntStream.of(codes.values()).mapToDouble(e -> e == own ? 1 : 0).toArray());
    for (Map.Entry<String, MergedLevels> trait : traits.entrySet()) {
      Column.Codes given = cells.column(trait.getKey()).codes();
      frame = frame.with(trait.getKey(), trait.getValue().of(given));
    }
    return frame;
  }

  private static Frame atWorkNext(Frame cells) {
    Column.Codes codes = cells.column(CELLS.event.name()).codes();
    int away = codes.levels().indexOf(CareerRiskCells.AWAY);
    return cells.where(i -> codes.values()[i] != away);
  }

  /** The same, where Spark has them, for several hazards that are like one another. */
  static Dataset<Row> of(List<Hazard> alike, Dataset<Row> cells) {
    Dataset<Row> rows =
        alike.get(0).ofThoseAway()
            ? cells
            : cells.where(CELLS.event.col().notEqual(lit(CareerRiskCells.AWAY)));
    for (Hazard hazard : alike) {
      rows =
          rows.withColumn(
              hazard.event, CELLS.event.col().equalTo(lit(hazard.event)).cast("double"));
    }
    for (Map.Entry<String, MergedLevels> trait : alike.get(0).traits.entrySet()) {
      rows = rows.withColumn(trait.getKey(), trait.getValue().of(rows.col(trait.getKey())));
    }
    return rows;
  }
}
