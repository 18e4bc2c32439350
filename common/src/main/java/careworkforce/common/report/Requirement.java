package careworkforce.common.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One thing that a research programme asks for.
 *
 * @param id programme and number, such as {@code 03.5}
 * @param type data set (D), breakdown (B), estimate (E), table (T), grouping (G), selection (S),
 *     survey or qualitative data (Q), rule (C)
 * @param artefact what is asked for
 * @param people the part that people do; empty if none
 */
public record Requirement(String id, String type, String artefact, String people) {
  private static final int COLUMNS = 4;

  /** The programme it belongs to, such as {@code 03}. */
  public String programme() {
    return id.substring(0, id.indexOf('.'));
  }

  /**
   * A tab-separated resource {@code id, type, artefact, people} beside {@code owner}, header line
   * first.
   */
  public static List<Requirement> resource(Class<?> owner, String file) {
    try (InputStream in = owner.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + file + " beside " + owner.getName());
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .skip(1)
          .map(Requirement::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Requirement parse(String line) {
    String[] cells = line.split("\t", -1);
    if (cells.length != COLUMNS) {
      throw new IllegalStateException(cells.length + " columns, not " + COLUMNS + ": " + line);
    }
    return new Requirement(cells[0], cells[1], cells[2], cells[3]);
  }
}
