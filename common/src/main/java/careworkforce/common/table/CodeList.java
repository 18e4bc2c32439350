package careworkforce.common.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The codes a column may hold, with their labels.
 *
 * @param name what the codes are, such as {@code AEARRIVALMODE}
 * @param source where the list was published
 * @param labels code to label, in the published order
 */
public record CodeList(String name, String source, Map<String, String> labels) {
  public CodeList {
    labels = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(labels));
  }

  /** A list typed in place: code, label, code, label, … */
  public static CodeList of(String name, String source, String... codesAndLabels) {
    if (codesAndLabels.length % 2 != 0) {
      throw new IllegalArgumentException("codes and labels come in pairs: " + name);
    }
    Map<String, String> labels = new LinkedHashMap<>();
    for (int i = 0; i < codesAndLabels.length; i += 2) {
      labels.put(codesAndLabels[i], codesAndLabels[i + 1]);
    }
    return new CodeList(name, source, labels);
  }

  /** The codes and labels of another list, and more after them: code, label, … */
  public static CodeList with(
      String name, String source, CodeList first, String... codesAndLabels) {
    Map<String, String> labels = new LinkedHashMap<>(first.labels());
    labels.putAll(of(name, source, codesAndLabels).labels());
    return new CodeList(name, source, labels);
  }

  /** A two-column resource {@code code,label} beside {@code owner}, header line first. */
  public static CodeList resource(Class<?> owner, String file, String name, String source) {
    Map<String, String> labels = new LinkedHashMap<>();
    try (InputStream in = owner.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + file + " beside " + owner.getName());
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int comma = line.indexOf(',');
        labels.put(line.substring(0, comma), line.substring(comma + 1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new CodeList(name, source, labels);
  }

  /** The codes alone. */
  public Set<String> codes() {
    return labels.keySet();
  }

  /** True if the code is in the list. */
  public boolean has(String code) {
    return labels.containsKey(code);
  }
}
