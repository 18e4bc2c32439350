package careworkforce.common.estimate.data;

import careworkforce.common.error.UserError;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Frames from delimited files with a header line, plain or gzipped; the delimiter is found from the
 * file.
 */
public final class CsvFrames {
  private CsvFrames() {}

  /**
   * Reads a file.
   *
   * <p>A column whose words are all numbers (or TRUE and FALSE) is numeric; empty, NA, NaN and a
   * lone dot are missing.
   *
   * @throws UserError if the file is not there, is empty, or has a row of another length
   */
  public static Frame read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw UserError.input("read '" + file + "'", "there is no such file", "Check the path");
    }
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      return read(reader, file.toString());
    } catch (IOException e) {
      throw UserError.input(
          "read '" + file + "'", String.valueOf(e.getMessage()), "Check that the file is readable");
    }
  }

  static Frame read(Reader reader, String name) {
    CsvParserSettings settings = new CsvParserSettings();
    settings.setDelimiterDetectionEnabled(true, ',', ';', '\t', '|');
    settings.setLineSeparatorDetectionEnabled(true);
    settings.setMaxColumns(20_000);
    settings.setMaxCharsPerColumn(1_000_000);
    CsvParser parser = new CsvParser(settings);
    parser.beginParsing(reader);
    String[] header = parser.parseNext();
    if (header == null) {
      throw UserError.input("read '" + name + "'", "it is empty", "Give a file with a header line");
    }
    ColumnBuilder[] builders = new ColumnBuilder[header.length];
    java.util.Arrays.setAll(builders, i -> new ColumnBuilder());
    for (String[] row = parser.parseNext(); row != null; row = parser.parseNext()) {
      if (row.length > header.length) {
        throw UserError.input(
            "read '" + name + "'",
            "line "
                + parser.getContext().currentLine()
                + " has "
                + row.length
                + " fields, the header "
                + header.length,
            "Quote fields that hold the delimiter");
      }
      for (int i = 0; i < builders.length; i++) {
        builders[i].add(i < row.length ? row[i] : null);
      }
    }
    Map<String, Column> columns = new LinkedHashMap<>();
    for (int i = 0; i < header.length; i++) {
      columns.put(header[i] == null ? "column" + (i + 1) : header[i], builders[i].build());
    }
    return Frame.of(columns);
  }
}
