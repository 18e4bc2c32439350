package careworkforce.pipelines.gold;

import careworkforce.common.job.Inputs;
import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;

/**
 * The contract that all tables of estimates share: one row an outcome, sample, estimator and term,
 * with what a reader needs to judge it. A study's table adds its name, what it serves, and columns
 * of its own after these.
 */
public abstract class EstimateTable extends Table {
  /** What an estimate may be read as. */
  public static final CodeList DESIGN =
      CodeList.of(
          "design",
          "methods 2.5; requirement 03.26",
          "causal",
          "the effect of the term on the outcome, under the assumption told",
          "association",
          "how outcome and term go together; no claim that one brings the other about");

  public final Field outcome = key("outcome", DataTypes.StringType, "what is explained");
  public final Field sample =
      key("sample", DataTypes.StringType, "whom and which months it is estimated on");
  public final Field estimator = key("estimator", DataTypes.StringType, "how it is estimated");
  public final Field term =
      key("term", DataTypes.StringType, "the regressor, group or event time that it belongs to");
  public final Field per =
      field("per", DataTypes.StringType, "the change that the estimate answers to, and its unit")
          .required();
  public final Field estimate = field("estimate", DataTypes.DoubleType, "estimate").required();
  public final Field stdError =
      field("std_error", DataTypes.DoubleType, "standard error under the variance").required();
  public final Field ciLow =
      field(
          "ci_low",
          DataTypes.DoubleType,
          "lower end of the 95% interval; infinite if it has none, null if clusters are too few or"
              + " instruments too weak to tell one, as the variance says");
  public final Field ciHigh =
      field("ci_high", DataTypes.DoubleType, "upper end of the 95% interval; likewise");
  public final Field pValue =
      field(
          "p_value",
          DataTypes.DoubleType,
          "two-sided p-value of the hypothesis that the effect is zero; null where there is no"
              + " interval");
  public final Field observations =
      field("n_obs", DataTypes.LongType, "observations, before any were counted together")
          .required();
  public final Field clusters =
      field("n_clusters", DataTypes.LongType, "clusters of the variance; 0 without").required();
  public final Field variance =
      field(
              "variance",
              DataTypes.StringType,
              "kind of variance; with fewer than 30 clusters what test and interval stand on, and"
                  + " why there are none")
          .required();
  public final Field design =
      field("design", DataTypes.StringType, "causal or association").required().codes(DESIGN);
  public final Field why =
      field("why", DataTypes.StringType, "why it may be read as that").required();
  public final Field formula = field("formula", DataTypes.StringType, "model as fitted").required();
  public final Field inputsVersion =
      field("inputs_version", DataTypes.StringType, "tables read, each at its version").required();

  /**
   * Begins a contract.
   *
   * @param name snake case, unique among gold tables
   * @param grain what one row is, in one sentence
   */
  protected EstimateTable(String name, String grain) {
    super(Layer.GOLD, name, grain, Sensitivity.AGGREGATE);
    serves("03.26", "every row says causal or association, and why");
  }

  /**
   * A row of this table.
   *
   * @param reads the tables whose versions it names
   * @param more values of the columns that this table adds, in their order
   */
  public final Row row(
      Finding finding, Inputs inputs, List<Table> reads, @Nullable Object... more) {
    List<@Nullable Object> values = new ArrayList<>(finding.values());
    values.add(versions(inputs, reads));
    values.addAll(java.util.Arrays.asList(more));
    return RowFactory.create(values.toArray());
  }

  /**
   * How strong the instruments of one of its rows are; null without any, and of tables that do not
   * tell it.
   */
  protected @Nullable InstrumentStrength strength(Row row) {
    return null;
  }

  private static String versions(Inputs inputs, List<Table> reads) {
    return reads.stream()
        .map(table -> table.fullName() + " v" + inputs.version(table))
        .sorted()
        .collect(java.util.stream.Collectors.joining(", "));
  }
}
