package careworkforce.common.ingest;

import careworkforce.common.table.Field;
import careworkforce.common.table.Sensitivity;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * A bronze table of hundreds of delivered columns. Their names stand once, in a resource, one
 * header a line in the file's order; a subclass declares the few that matter with their type and
 * meaning ({@link #take}) and leaves the others as text ({@link #others}).
 */
public abstract class WideTable extends DeliveredTable {
  private final List<String> headers;
  private final Map<String, Taken> taken = new LinkedHashMap<>();

  private record Taken(Field field, Parse parse) {}

  /**
   * Begins a contract.
   *
   * @param resource file beside the subclass, one header a line
   */
  protected WideTable(String name, String grain, Sensitivity sensitivity, String resource) {
    super(name, grain, sensitivity);
    this.headers = read(resource);
  }

  private List<String> read(String resource) {
    try (InputStream in = getClass().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + resource + " beside " + getClass());
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Declares a delivered column under its own name in lower case. */
  protected final Field take(String header, DataType type, String meaning, Parse parse) {
    return take(header, field(header.toLowerCase(Locale.ROOT), type, meaning), parse);
  }

  /** Declares a delivered column as a field of another name, such as a person's pseudonym. */
  protected final Field take(String header, Field field, Parse parse) {
    if (!headers.contains(header)) {
      throw new IllegalStateException(fullName() + ": no delivered column " + header);
    }
    taken.put(header, new Taken(field, parse));
    return field;
  }

  /** Declares every column not yet declared, as text. Called once, last. */
  protected final void others() {
    for (String header : headers) {
      if (!taken.containsKey(header)) {
        String name = header.toLowerCase(Locale.ROOT);
        taken.put(
            header,
            new Taken(field(name, DataTypes.StringType, "as delivered: " + header), Parse.text()));
      }
    }
  }

  /** The delivered headers, in the file's order. */
  public final List<String> headers() {
    return headers;
  }

  /** All delivered headers except those given. */
  public final Set<String> headersBut(Set<String> needed) {
    Set<String> others = new TreeSet<>(headers);
    others.removeAll(needed);
    return others;
  }

  /** A layout of all columns; files may lack those named. */
  public final LayoutDraft takeAll(LayoutDraft draft, Set<String> mayLack) {
    return takeAll(draft, mayLack, parse -> parse);
  }

  /**
   * A layout of all columns, some of them written otherwise than declared.
   *
   * @param written what a declared way of reading becomes in this layout, such as a date's format
   */
  public final LayoutDraft takeAll(
      LayoutDraft draft, Set<String> mayLack, UnaryOperator<Parse> written) {
    LayoutDraft all = draft;
    for (String header : headers) {
      Taken column = taken.get(header);
      if (column == null) {
        throw new IllegalStateException(fullName() + ": others() was not called");
      }
      all =
          mayLack.contains(header)
              ? all.takeIfThere(header, column.field(), written.apply(column.parse()))
              : all.take(header, column.field(), written.apply(column.parse()));
    }
    return all;
  }
}
