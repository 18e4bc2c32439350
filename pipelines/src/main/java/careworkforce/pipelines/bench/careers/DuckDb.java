package careworkforce.pipelines.bench.careers;

import careworkforce.common.conf.Settings;
import careworkforce.common.error.UserError;
import careworkforce.common.table.Table;
import careworkforce.pipelines.silver.reference.KnownSuccessors;
import careworkforce.pipelines.silver.reference.OccupationGroups;
import careworkforce.pipelines.silver.spells.EsrSpellsJob;
import careworkforce.pipelines.silver.spells.MassExitsJob;
import careworkforce.pipelines.silver.spells.MoveRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The same tables by DuckDB, from the same files, each by the query beside this class and written
 * as Parquet. Its memory and threads are those given to Spark.
 */
final class DuckDb implements AutoCloseable {
  private final Connection connection;
  private final Path to;
  private final Map<String, String> rules;

  /**
   * Opens it on a lake's files.
   *
   * @param lake the lake's folder, whose bronze tables were written once and never replaced
   * @param to folder of its results
   * @param before day before which periods are read
   * @param settings of the run beside it, whose rules of moves and leaving the queries follow
   */
  DuckDb(Path lake, Path to, LocalDate before, Settings settings) {
    this.to = to;
    this.rules = rules(settings);
    try {
      Files.createDirectories(to);
      this.connection = DriverManager.getConnection("jdbc:duckdb:");
    } catch (SQLException e) {
      throw UserError.input(
          "time DuckDB", String.valueOf(e.getMessage()), "Leave it out by --no-peer");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    execute("SET threads = " + Runtime.getRuntime().availableProcessors());
    execute("SET memory_limit = '" + (Runtime.getRuntime().maxMemory() >> 20) + "MB'");
    execute("SET preserve_insertion_order = false");
    execute("SET temp_directory = '" + to.resolve("spill") + "'");
    reference("successors", KnownSuccessors.TABLE);
    reference("manual", OccupationGroups.TABLE);
    execute(
        text("views.sql")
            .replace("{lake}", lake.toString())
            .replace("{before}", before.toString()));
  }

  /** What the queries call the rules, with the value that each has. */
  private static Map<String, String> rules(Settings settings) {
    String holds =
        IntStream.rangeClosed(1, settings.value(MoveRule.OF))
            .mapToObj(next -> "coalesce(CAST(lead(g, " + next + ") OVER career = g AS INT), 0)")
            .collect(Collectors.joining(" + "));
    return Map.of(
        "{holds}", holds.isEmpty() ? "0" : holds,
        "{held}", settings.value(MoveRule.HELD).toString(),
        "{no_return}", settings.value(MoveRule.NO_RETURN).toString(),
        "{gap}", settings.value(EsrSpellsJob.GAP).toString(),
        "{share}", settings.value(MassExitsJob.SHARE).toString(),
        "{least}", settings.value(MassExitsJob.LEAST).toString());
  }

  /** Makes one table by the query of its name. */
  void make(String table) {
    String query = text(table + ".sql").replace("{to}", to.toString());
    for (Map.Entry<String, String> rule : rules.entrySet()) {
      query = query.replace(rule.getKey(), rule.getValue());
    }
    execute(query);
  }

  /** Rows of a table made. */
  long rows(String table) {
    try (Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery("SELECT count(*) FROM '" + to + "/" + table + ".parquet'")) {
      found.next();
      return found.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void reference(String view, Table table) {
    String resource = "/careworkforce/pipelines/silver/reference/" + table.name() + ".tsv";
    Path copy = to.resolve(table.name() + ".tsv");
    try (InputStream in = DuckDb.class.getResourceAsStream(resource)) {
      Files.write(copy, Objects.requireNonNull(in, resource).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    execute(
        "CREATE VIEW "
            + view
            + " AS SELECT * FROM read_csv('"
            + copy
            + "', delim = '\t', header = true, all_varchar = true)");
  }

  private void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static String text(String resource) {
    try (InputStream in = DuckDb.class.getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
