package careworkforce.pipelines.gold.careers;

import careworkforce.common.Sparks;
import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Lake;
import careworkforce.common.table.Table;
import careworkforce.pipelines.SmallEngland;
import careworkforce.pipelines.gold.EstimateTable;
import careworkforce.pipelines.synthetic.Synth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Five years of a synthetic NHS at four thousandths with many moves, taken to a table of careers.
 */
public final class PlantedCareers {
  private static final Map<String, String> WORLD =
      Map.of(
          "synthetic.scale", "0.004",
          "synthetic.areas", "90",
          "synthetic.moves", "0.08",
          "synthetic.from", "\"2014-01\"",
          "synthetic.to", "\"2018-12\"",
          "synthetic.ecds-start", "\"2018-10\"");

  private final Path landing;
  private final Lake lake;

  private PlantedCareers(Path landing, Lake lake) {
    this.landing = landing;
    this.lake = lake;
  }

  /** Writes the world below a folder and makes the tables, and all that they need. */
  public static PlantedCareers below(Path folder, Table... tables) {
    Synth.write(
        Sparks.session(),
        Settings.load(List.of(), WORLD),
        new org.apache.hadoop.fs.Path(folder.toUri()),
        (part, number, of) -> {});
    Path landing = folder.resolve("landing");
    List<String> wanted =
        java.util.Arrays.stream(tables).map(table -> "+" + table.fullName()).toList();
    return new PlantedCareers(landing, SmallEngland.run(folder.resolve("lake"), landing, wanted));
  }

  /** A planted number. */
  public double planted(String name) {
    try {
      String truth = Files.readString(landing.resolve("truth.json"));
      return Double.parseDouble(truth.replaceAll("(?s).*\"" + name + "\": (-?[0-9.eE-]+).*", "$1"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The one row of an outcome and term by an estimator. */
  public Row row(EstimateTable table, String outcome, String estimator, String term) {
    return rows(table, outcome, estimator, term).collectAsList().get(0);
  }

  /** That of a sample. */
  public Row row(
      EstimateTable table, String sample, String outcome, String estimator, String term) {
    return rows(table, outcome, estimator, term)
        .where(table.sample.col().equalTo(functions.lit(sample)))
        .first();
  }

  private Dataset<Row> rows(EstimateTable table, String outcome, String estimator, String term) {
    return lake.read(table)
        .where(
            table
                .outcome
                .col()
                .equalTo(functions.lit(outcome))
                .and(table.estimator.col().equalTo(functions.lit(estimator)))
                .and(table.term.col().equalTo(functions.lit(term))));
  }

  public Lake lake() {
    return lake;
  }
}
