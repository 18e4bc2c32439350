package careworkforce.common.estimate.data;

import careworkforce.common.error.UserError;
import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Frames from delimited files in UTF-8 with a header line, plain or gzipped; the delimiter is found
 * from the file.
 */
public final class CsvFrames {
  private static final int LONGEST_FIELD = 1_000_000;

  private CsvFrames() {}

  /**
   * Reads a file.
   *
   * <p>A column whose words are all decimal numbers, exponents allowed (or TRUE and FALSE, Inf and
   * -Inf), is numeric; empty, NA, NaN, null and a lone dot are missing. Blanks around a word belong
   * to it only between quotes. Empty lines are left out.
   *
   * @throws UserError if the file is not there, is not in UTF-8, is empty, names two columns alike,
   *     or has a row of another length
   */
  public static Frame read(Path file) {
    String reading = "read '" + file + "'";
    if (Files.isDirectory(file)) {
      throw UserError.input(reading, "it is a folder", "Give one file in it");
    }
    if (!Files.isRegularFile(file)) {
      throw UserError.input(reading, "there is no such file", "Check the path");
    }
    try {
      return parsed(file, reading);
    } catch (IOException e) {
      throw UserError.input(
          reading, String.valueOf(e.getMessage()), "Check that the file is readable");
    }
  }

  private static Frame parsed(Path file, String reading) throws IOException {
    try (Reader reader = new InputStreamReader(opened(file), StandardCharsets.UTF_8.newDecoder())) {
      return read(reader, reading);
    } catch (IllegalStateException | TextParsingException e) {
      int line = lineNotInUtf8(file);
      if (line > 0) {
        throw UserError.input(
            reading,
            "line " + line + " is not in UTF-8",
            "Save it in UTF-8, or convert it by iconv");
      }
      if (e instanceof TextParsingException) {
        throw UserError.input(
            reading, "a field is longer than " + LONGEST_FIELD + " characters", "Close its quotes");
      }
      throw e;
    }
  }

  private static InputStream opened(Path file) throws IOException {
    InputStream raw = Files.newInputStream(file);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
  }

  /** The first line that cannot be decoded, from 1; 0 if all can. */
  private static int lineNotInUtf8(Path file) throws IOException {
    try (BufferedReader bytes =
        new BufferedReader(new InputStreamReader(opened(file), StandardCharsets.ISO_8859_1))) {
      int number = 0;
      for (String line = bytes.readLine(); line != null; line = bytes.readLine()) {
        number++;
        try {
          byte[] encoded = line.getBytes(StandardCharsets.ISO_8859_1);
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(encoded));
        } catch (CharacterCodingException e) {
          return number;
        }
      }
      return 0;
    }
  }

  private static Frame read(Reader reader, String reading) {
    CsvParserSettings settings = new CsvParserSettings();
    settings.setDelimiterDetectionEnabled(true, ',', ';', '\t', '|');
    settings.setLineSeparatorDetectionEnabled(true);
    settings.setCommentProcessingEnabled(false);
    settings.setMaxColumns(20_000);
    settings.setMaxCharsPerColumn(LONGEST_FIELD);
    CsvParser parser = new CsvParser(settings);
    parser.beginParsing(reader);
    String[] header = parser.parseNext();
    if (header == null) {
      throw UserError.input(reading, "it is empty", "Give a file with a header line");
    }
    List<String> names = names(header, reading);
    ColumnBuilder[] builders = new ColumnBuilder[header.length];
    java.util.Arrays.setAll(builders, i -> new ColumnBuilder());
    for (String[] row = parser.parseNext(); row != null; row = parser.parseNext()) {
      if (row.length != header.length) {
        throw UserError.input(
            reading,
            "line "
                + parser.getContext().currentLine()
                + " has "
                + row.length
                + " fields, the header "
                + header.length,
            "Give every line all fields, and quote those that hold the delimiter");
      }
      for (int i = 0; i < builders.length; i++) {
        builders[i].add(row[i]);
      }
    }
    Map<String, Column> columns = new LinkedHashMap<>();
    for (int i = 0; i < header.length; i++) {
      columns.put(names.get(i), builders[i].build());
    }
    return Frame.of(columns);
  }

  private static List<String> names(String[] header, String reading) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < header.length; i++) {
      String name = header[i] == null ? "column" + (i + 1) : header[i];
      if (names.contains(name)) {
        throw UserError.input(
            reading,
            "its columns "
                + (names.indexOf(name) + 1)
                + " and "
                + (i + 1)
                + " are both named '"
                + name
                + "'",
            "Name every column differently");
      }
      names.add(name);
    }
    return names;
  }
}
