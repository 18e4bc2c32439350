package careworkforce.common.cli;

import careworkforce.common.delta.Lake;
import careworkforce.common.delta.Provenance;
import careworkforce.common.delta.SqlNames;
import careworkforce.common.error.UserError;
import careworkforce.common.estimate.cli.TableSource;
import careworkforce.common.job.Catalogue;
import careworkforce.common.refresh.Holdings;
import careworkforce.common.report.SvgFile;
import careworkforce.common.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * Data for an estimate: a table of the lake, a query over its tables, a Parquet or Delta folder.
 */
final class LakeTables implements TableSource {
  private static final Pattern QUERY =
      Pattern.compile("^\\s*(select|with)\\s.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final Catalogue catalogue;
  private final LakeOptions options;
  private @Nullable ReadOnlyQuery query;
  private boolean synthetic;

  LakeTables(Catalogue catalogue, LakeOptions options) {
    this.catalogue = catalogue;
    this.options = options;
  }

  @Override
  public Dataset<Row> open(String name) {
    if (QUERY.matcher(name).matches()) {
      return query(options.lake(), name);
    }
    Lake newest = options.lake();
    SparkSession spark = newest.spark();
    if (isThere(spark, new Path(name, "_delta_log"))) {
      return delta(newest, name);
    }
    if (isThere(spark, new Path(name))) {
      return spark.read().format("parquet").load(name);
    }
    if (name.indexOf('/') >= 0 || name.toLowerCase(java.util.Locale.ROOT).endsWith(".parquet")) {
      throw UserError.input(
          "read '" + name + "'", "there is no such file", "Give the path of a CSV or Parquet file");
    }
    return table(newest, TableNames.table(catalogue, name));
  }

  private Dataset<Row> table(Lake newest, Table table) {
    Lake lake = options.standing(newest, List.of(table));
    Dataset<Row> rows = lake.read(table);
    synthetic = lake.account(table).filter(Provenance::synthetic).isPresent();
    return rows;
  }

  /** A folder of the lake is the table that stands there; another's log tells what it is. */
  private Dataset<Row> delta(Lake newest, String folder) {
    Path path = qualified(newest, folder);
    Optional<Table> own =
        Holdings.of(catalogue).stream()
            .filter(table -> qualified(newest, newest.path(table)).equals(path))
            .findFirst();
    if (own.isPresent()) {
      return table(newest, own.get());
    }
    synthetic = newest.isSynthetic(path.toString());
    return newest.spark().read().format("delta").load(folder);
  }

  private static Path qualified(Lake lake, String path) {
    try {
      return new Path(path)
          .getFileSystem(lake.spark().sessionState().newHadoopConf())
          .makeQualified(new Path(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isThere(SparkSession spark, Path path) {
    try {
      return path.getFileSystem(spark.sessionState().newHadoopConf()).exists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Dataset<Row> query(Lake newest, String sql) {
    ReadOnlyQuery checked = ReadOnlyQuery.of(newest.spark(), sql, catalogue);
    Lake lake = options.standing(newest, checked.tables());
    for (Table table : checked.tables()) {
      lake.read(table); // says what to do where the table is not there
    }
    SqlNames.register(lake, checked.tables());
    query = checked;
    synthetic = checked.isSynthetic(lake);
    return lake.spark().sql(checked.sql());
  }

  @Override
  public Optional<String> mark(String name) {
    return synthetic || new SyntheticNote(java.nio.file.Path.of(name)).isThere()
        ? Optional.of(SvgFile.SYNTHETIC)
        : Optional.empty();
  }

  @Override
  public Optional<UserError> mistake(Exception e) {
    return Optional.ofNullable(query).flatMap(asked -> asked.mistake(e));
  }
}
