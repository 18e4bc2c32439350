package careworkforce.pipelines.synthetic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A small tab-separated table that stands beside a class, its first line a header. */
public final class Resource {
  private Resource() {}

  /**
   * The rows below the header.
   *
   * @throws IllegalStateException if there is no such resource
   */
  public static List<String[]> rows(Class<?> beside, String file) {
    List<String[]> rows = new ArrayList<>();
    try (InputStream in = beside.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + file + " beside " + beside.getName());
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        rows.add(line.split("\t", -1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }
}
