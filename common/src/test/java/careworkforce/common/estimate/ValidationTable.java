package careworkforce.common.estimate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.zip.GZIPInputStream;

/** A small delimited file held by column, as the validation cases have them (no quoting). */
public final class ValidationTable {

  private final List<String> header;
  private final List<String[]> rows;

  private ValidationTable(List<String> header, List<String[]> rows) {
    this.header = header;
    this.rows = rows;
  }

  static ValidationTable read(Path file) {
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<String> header = Arrays.asList(lines.readLine().replace("\"", "").split(",", -1));
      List<String[]> rows = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) {
          rows.add(line.replace("\"", "").split(",", -1));
        }
      }
      return new ValidationTable(header, rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int size() {
    return rows.size();
  }

  public List<String> header() {
    return header;
  }

  /** A column as text. */
  public String[] words(String column) {
    int at = header.indexOf(column);
    if (at < 0) {
      throw new IllegalArgumentException("no column " + column + " among " + header);
    }
    return rows.stream().map(row -> row[at]).toArray(String[]::new);
  }

  /** A column as numbers: empty and NA are NaN, TRUE and FALSE are 1 and 0. */
  public double[] numbers(String column) {
    return Arrays.stream(words(column)).mapToDouble(ValidationTable::number).toArray();
  }

  /** A column as whole numbers. */
  public int[] whole(String column) {
    return Arrays.stream(numbers(column)).mapToInt(v -> (int) v).toArray();
  }

  /** The rows whose index passes. */
  public ValidationTable where(IntPredicate keep) {
    List<String[]> kept = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (keep.test(i)) {
        kept.add(rows.get(i));
      }
    }
    return new ValidationTable(header, kept);
  }

  private static double number(String word) {
    return switch (word) {
      case "", "NA" -> Double.NaN;
      case "TRUE" -> 1;
      case "FALSE" -> 0;
      default -> Double.parseDouble(word);
    };
  }
}
