package careworkforce.common.delta;

import careworkforce.common.error.UserError;
import careworkforce.common.fault.StorageFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.crypto.ParquetCryptoRuntimeException;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.Type;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The data files below a folder, whatever version of a table names them. */
final class DataFiles {
  private final SparkSession spark;
  private final Configuration hadoop;
  private final Path folder;

  DataFiles(SparkSession spark, String folder) {
    this.spark = spark;
    this.hadoop = spark.sessionState().newHadoopConf();
    this.folder = new Path(folder);
  }

  /** Every file but those of a log. */
  List<LocatedFileStatus> all() {
    List<LocatedFileStatus> data = new ArrayList<>();
    try {
      FileSystem files = folder.getFileSystem(hadoop);
      if (!files.exists(folder)) {
        return data;
      }
      RemoteIterator<LocatedFileStatus> each = files.listFiles(folder, true);
      while (each.hasNext()) {
        LocatedFileStatus file = each.next();
        if (!file.getPath().toString().contains("/_delta_log/")) {
          data.add(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return data;
  }

  /** Those of Parquet, by path. */
  List<LocatedFileStatus> parquet() {
    return all().stream().filter(f -> f.getPath().getName().endsWith(".parquet")).sorted().toList();
  }

  /**
   * The columns of text in them. Those of the same columns are read at once: between versions of a
   * contract a column may have been of another type.
   *
   * @throws UserError if one of them cannot be read
   */
  List<Dataset<Row>> texts() {
    Map<List<String>, List<String>> byColumns =
        parquet().parallelStream()
            .collect(
                Collectors.groupingBy(
                    this::textColumns,
                    Collectors.mapping(f -> f.getPath().toString(), Collectors.toList())));
    List<Dataset<Row>> texts = new ArrayList<>();
    byColumns.forEach(
        (columns, paths) -> {
          StructType schema = new StructType();
          for (String column : columns) {
            schema = schema.add(column, DataTypes.StringType);
          }
          if (!columns.isEmpty()) {
            texts.add(spark.read().schema(schema).parquet(paths.toArray(String[]::new)));
          }
        });
    return texts;
  }

  private List<String> textColumns(LocatedFileStatus file) {
    try (ParquetFileReader reader =
        ParquetFileReader.open(
            HadoopInputFile.fromStatus(file, hadoop),
            HadoopReadOptions.builder(hadoop, file.getPath())
                .withMetadataFilter(ParquetMetadataConverter.SKIP_ROW_GROUPS)
                .build())) {
      return reader.getFileMetaData().getSchema().getFields().stream()
          .filter(DataFiles::isText)
          .map(Type::getName)
          .sorted()
          .toList();
    } catch (IOException | RuntimeException e) {
      throw told(e, file.getPath());
    }
  }

  private static boolean isText(Type column) {
    return column.isPrimitive()
        && LogicalTypeAnnotation.stringType().equals(column.getLogicalTypeAnnotation());
  }

  private static UserError told(Exception error, Path file) {
    String doing = "read all data files";
    Optional<UserError> known = UserError.among(error);
    if (known.isEmpty()) {
      known = StorageFault.in(error, doing, file.toString());
    }
    if (known.isEmpty() && error instanceof ParquetCryptoRuntimeException) {
      known =
          Optional.of(
              UserError.input(
                  doing,
                  file + " is encrypted and cannot be read with the key given",
                  "Give its key by encryption.key-file"));
    }
    return known.orElseGet(
        () ->
            UserError.input(
                doing,
                file + " is damaged, gone or cut off",
                "Restore it from a copy; if no version of its table names it, as after a run that"
                    + " was cut off, remove it"));
  }
}
