package careworkforce.common.delta;

import careworkforce.common.fault.Transient;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.crypto.ParquetCryptoRuntimeException;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.jspecify.annotations.Nullable;

/** A Parquet file in which a Delta log sums up its entries so far. */
final class Checkpoint {
  /** Errors of the libraries by which object stores are reached. */
  private static final Pattern OF_A_STORE =
      Pattern.compile("^(software\\.amazon|com\\.amazonaws|com\\.azure|com\\.google\\.cloud)\\.");

  private Checkpoint() {}

  /** True if its footer and every page of it can be read, and is what was written. */
  static boolean isWhole(Path file, Configuration hadoop) throws IOException {
    ParquetReadOptions options =
        HadoopReadOptions.builder(hadoop).usePageChecksumVerification(true).build();
    try (ParquetFileReader reader =
        ParquetFileReader.open(HadoopInputFile.fromPath(file, hadoop), options)) {
      for (PageReadStore rows = reader.readNextRowGroup();
          rows != null;
          rows = reader.readNextRowGroup()) {
        for (ColumnDescriptor column : reader.getFileMetaData().getSchema().getColumns()) {
          read(rows.getPageReader(column));
        }
      }
      return true;
    } catch (ParquetCryptoRuntimeException unopened) { // a key is missing, and nothing is known
      return true;
    } catch (RuntimeException | IOException e) {
      if (Transient.is(e) || !isOfContent(e)) {
        throw e;
      }
      return false;
    }
  }

  /**
   * Of content that is damaged Parquet tells by an error of its own or of the Java it runs on, of a
   * header that is none by one of Thrift below that of reading. A store's errors, and what they
   * come wrapped in, are neither.
   */
  private static boolean isOfContent(Exception e) {
    if (e instanceof EOFException || e instanceof ChecksumException) {
      return true;
    }
    if (e instanceof IOException) {
      return isOfThrift(e.getCause());
    }
    return !(e instanceof UncheckedIOException)
        && !OF_A_STORE.matcher(e.getClass().getName()).find();
  }

  /** By name, as Parquet brings Thrift along under a name of its own. */
  private static boolean isOfThrift(@Nullable Throwable cause) {
    return cause != null
        && cause.getClass().getName().contains(".thrift.")
        && !(cause.getCause() instanceof IOException);
  }

  private static void read(PageReader pages) {
    pages.readDictionaryPage();
    for (Object page = pages.readPage(); page != null; page = pages.readPage()) {
      // decompressed and held against its checksum
    }
  }
}
