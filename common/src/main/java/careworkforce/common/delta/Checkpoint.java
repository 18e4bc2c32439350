package careworkforce.common.delta;

import java.io.EOFException;
import java.io.IOException;
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
    } catch (RuntimeException | EOFException | ChecksumException damaged) { // as Parquet tells it
      return false;
    } catch (IOException e) {
      if (isOfContent(e.getCause())) {
        return false;
      }
      throw e;
    }
  }

  /**
   * Of a header that is none, Parquet tells by an error of Thrift; of a store, by one of reading.
   */
  private static boolean isOfContent(@Nullable Throwable cause) {
    return cause != null
        && !(cause instanceof IOException)
        && !(cause.getCause() instanceof IOException);
  }

  private static void read(PageReader pages) {
    pages.readDictionaryPage();
    for (Object page = pages.readPage(); page != null; page = pages.readPage()) {
      // decompressed and held against its checksum
    }
  }
}
