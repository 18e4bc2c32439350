package careworkforce.pipelines.gold;

import careworkforce.common.delta.Lake;
import careworkforce.common.table.Field;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * A row of an {@link EstimateTable}, read.
 *
 * @param outcome what is explained
 * @param sample whom and which months, and what else the table's key tells rows apart by
 * @param estimator how
 * @param term the regressor, group or event time
 * @param per the change that the estimate answers to
 * @param estimate the estimate
 * @param stdError its standard error
 * @param low lower end of the 95% interval; NaN where there is none
 * @param high upper end; likewise
 * @param pValue two-sided, of the hypothesis that the effect is zero; likewise
 * @param observations before any were counted together
 * @param clusters of the variance; 0 without
 * @param variance its kind
 * @param design causal or association
 * @param why it may be read as that
 * @param strength of its instruments; null without any, or where the table does not tell it
 */
public record EstimateRow(
    String outcome,
    String sample,
    String estimator,
    String term,
    String per,
    double estimate,
    double stdError,
    double low,
    double high,
    double pValue,
    long observations,
    long clusters,
    String variance,
    String design,
    String why,
    @Nullable InstrumentStrength strength) {

  private static final Comparator<EstimateRow> BY_KEY =
      Comparator.comparing(EstimateRow::sample)
          .thenComparing(EstimateRow::outcome)
          .thenComparing(EstimateRow::term)
          .thenComparing(EstimateRow::estimator);

  /** The rows that stand in a lake, by sample, outcome, term and estimator. */
  public static List<EstimateRow> in(Lake lake, EstimateTable table) {
    return lake.read(table).collectAsList().stream()
        .map(row -> of(table, row))
        .sorted(BY_KEY)
        .toList();
  }

  /** A row of a table. */
  public static EstimateRow of(EstimateTable table, Row row) {
    return new EstimateRow(
        text(row, table.outcome),
        text(row, table.sample) + more(table, row),
        text(row, table.estimator),
        text(row, table.term),
        text(row, table.per),
        number(row, table.estimate),
        number(row, table.stdError),
        number(row, table.ciLow),
        number(row, table.ciHigh),
        number(row, table.pValue),
        row.<Long>getAs(table.observations.name()),
        row.<Long>getAs(table.clusters.name()),
        text(row, table.variance),
        text(row, table.design),
        text(row, table.why),
        table.strength(row));
  }

  /** Whether the 95% interval holds nought. */
  public boolean coversNought() {
    return low <= 0 && 0 <= high;
  }

  /** Whether there is an interval. */
  public boolean hasInterval() {
    return !Double.isNaN(low) && !Double.isNaN(high);
  }

  /** Whether it has no interval because its instruments are weak. */
  public boolean weaklyInstrumented() {
    return variance.contains(Finding.WEAK);
  }

  /** The columns that a table adds to the shared key, such as a radius. */
  private static String more(EstimateTable table, Row row) {
    List<Field> shared = List.of(table.outcome, table.sample, table.estimator, table.term);
    return table.key().stream()
        .filter(field -> !shared.contains(field))
        .map(field -> ", " + field.name().replace('_', ' ') + " " + row.getAs(field.name()))
        .collect(Collectors.joining());
  }

  private static String text(Row row, Field field) {
    return row.getAs(field.name());
  }

  /** A real number; NaN where the cell is null. */
  public static double number(Row row, Field field) {
    Double number = row.getAs(field.name());
    return number == null ? Double.NaN : number;
  }
}
