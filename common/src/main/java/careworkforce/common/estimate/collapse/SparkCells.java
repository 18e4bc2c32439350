package careworkforce.common.estimate.collapse;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.EstimateOptions;
import careworkforce.common.estimate.data.Design;
import careworkforce.common.estimate.data.DesignOptions;
import careworkforce.common.estimate.data.RowColumns;
import careworkforce.common.estimate.data.SparkFrames;
import careworkforce.common.estimate.formula.Specification;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/**
 * Cells of rows that Spark keeps: each partition collapses its rows as it reads them, and the
 * driver joins the partitions' cells.
 */
public final class SparkCells {
  private static final long FEWEST_ROWS = 10_000;
  private static final long MOST_CELLS = 5_000_000;
  private static final int CHUNK = 1 << 20;

  private SparkCells() {}

  /**
   * Whether there are {@link Collapse#ROWS_A_CELL} rows or more for each distinct row of some
   * columns, as far as Spark's approximate count tells, and not more cells than the driver takes.
   */
  public static boolean few(Dataset<Row> data, Collection<String> keys) {
    Column row = keys.isEmpty() ? functions.lit(1) : functions.xxhash64(columns(keys));
    Row counts =
        data.agg(functions.count(functions.lit(1)), functions.approx_count_distinct(row)).head();
    long rows = counts.getLong(0);
    long cells = counts.getLong(1);
    return rows >= FEWEST_ROWS && cells <= MOST_CELLS && Collapse.ROWS_A_CELL * cells <= rows;
  }

  private static Column[] columns(Collection<String> names) {
    return names.stream().map(name -> functions.col("`" + name + "`")).toArray(Column[]::new);
  }

  /**
   * The design of the cells.
   *
   * @throws careworkforce.common.error.UserError if the data do not allow the model
   */
  public static Design design(
      String family, Specification specification, Dataset<Row> data, EstimateOptions options) {
    Collapsible model = new Collapsible(family, specification, options);
    Dataset<Row> plain = SparkFrames.plain(data, model.columns());
    JavaRDD<CellPart> cells =
        plain
            .queryExecution()
            .toRdd()
            .toJavaRDD()
            .mapPartitions(
                collapsing(
                    specification,
                    options.forDesign(),
                    plain.schema(),
                    new LinkedHashSet<>(model.keys()),
                    model.counts()));
    List<CellPart> parts = collected(cells);
    if (parts.isEmpty()) {
      parts.add(
          CellPart.of(
              specification,
              new RowColumns(plain.schema()),
              options.forDesign(),
              model.keys(),
              model.counts()));
    }
    return CellTable.of(parts, model.keys()).design(specification, options, model.keys());
  }

  /** The parts; what a task says of the data is said here. */
  private static List<CellPart> collected(JavaRDD<CellPart> cells) {
    try {
      return new ArrayList<>(cells.collect());
    } catch (Exception e) {
      Optional<UserError> told = UserError.among(e);
      if (told.isPresent()) {
        throw told.get();
      }
      throw e;
    }
  }

  private static FlatMapFunction<Iterator<InternalRow>, CellPart> collapsing(
      Specification specification,
      DesignOptions options,
      StructType schema,
      LinkedHashSet<String> keys,
      boolean counts) {
    return rows -> {
      List<CellPart> parts = new ArrayList<>();
      RowColumns columns = new RowColumns(schema);
      while (rows.hasNext()) {
        columns.add(rows.next());
        if (columns.size() == CHUNK || !rows.hasNext()) {
          parts.add(CellPart.of(specification, columns, options, keys, counts));
          columns.clear();
        }
      }
      return parts.iterator();
    };
  }
}
