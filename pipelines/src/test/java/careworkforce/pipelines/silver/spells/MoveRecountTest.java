package careworkforce.pipelines.silver.spells;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.Sparks;
import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Lake;
import careworkforce.common.ingest.Ingestion;
import careworkforce.common.job.Catalogue;
import careworkforce.common.job.Manifest;
import careworkforce.common.job.Plan;
import careworkforce.common.job.Planner;
import careworkforce.common.job.Progress;
import careworkforce.common.job.Runner;
import careworkforce.pipelines.silver.reference.OccupationGroups;
import careworkforce.pipelines.synthetic.Synth;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Moves from delivered files to silver, counted again by another engine straight from the files.
 */
@Tag("slow")
class MoveRecountTest {
  private static final OccupationMoves V = OccupationMoves.TABLE;

  @Test
  void shouldEqualAnIndependentRecountFromTheSourceFiles(@TempDir Path temp) throws Exception {
    Settings settings = settings(temp);
    Synth.write(
        Sparks.session(),
        settings,
        new org.apache.hadoop.fs.Path(temp.toUri()),
        (part, number, of) -> {});
    List<String> ours = moves(temp, settings);
    assertThat(ours).hasSizeGreaterThan(50).anyMatch(row -> row.contains(" true "));
    assertThat(recount(temp.resolve("landing"))).isEqualTo(ours);
  }

  /** Two years with many moves, flickers, swaps, absences and unreadable rows. */
  private static Settings settings(Path temp) {
    Map<String, String> set = new HashMap<>();
    set.put("sources.path", '"' + temp.resolve("landing").toString() + '"');
    set.put("pseudonyms.key-file", '"' + temp.resolve("pseudonym.key").toString() + '"');
    set.put("synthetic.scale", "0.001");
    set.put("synthetic.from", "\"2013-01\"");
    set.put("synthetic.to", "\"2014-12\"");
    set.put("synthetic.moves", "0.2");
    set.put("synthetic.traps.occupation-flicker", "0.01");
    set.put("synthetic.traps.payroll-absence", "0.02");
    set.put("synthetic.traps.second-post", "0.2");
    set.put("synthetic.traps.bad-date", "0.001");
    set.put("synthetic.traps.bad-number", "0.001");
    set.put("synthetic.traps.unknown-code", "0.001");
    return Settings.load(List.of(), set);
  }

  private static List<String> moves(Path temp, Settings settings) {
    Lake lake = new Lake(Sparks.session(), temp.resolve("lake").toString());
    Ingestion deliveries = new Ingestion(lake, settings);
    Plan plan =
        new Planner(Catalogue.declared(), lake, settings, deliveries)
            .plan(List.of("+silver.occupation_moves"), false);
    Manifest manifest =
        new Runner(lake, settings, deliveries, Progress.silent())
            .run(plan, "recount", Instant.EPOCH);
    assertThat(manifest.unfinished()).isEmpty();
    return lake
        .read(V)
        .groupBy(V.month.col(), V.fromGroup.col(), V.toGroup.col(), V.secondaryPromoted.col())
        .agg(count(lit(1)).as("moves"))
        .orderBy(V.month.col(), V.fromGroup.col(), V.toGroup.col(), V.secondaryPromoted.col())
        .collectAsList()
        .stream()
        .map(r -> r.mkString(" "))
        .toList();
  }

  private static List<String> recount(Path landing) throws IOException, SQLException {
    URI groups =
        URI.create(
            Objects.requireNonNull(OccupationGroups.class.getResource("occupation_groups.tsv"))
                .toString());
    String sql =
        text("move_recount.sql")
            .replace("{landing}", landing.toString())
            .replace("{groups}", Path.of(groups).toString());
    List<String> rows = new ArrayList<>();
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        ResultSet found = duckdb.createStatement().executeQuery(sql)) {
      while (found.next()) {
        rows.add(
            found.getDate(1)
                + " "
                + found.getString(2)
                + " "
                + found.getString(3)
                + " "
                + found.getBoolean(4)
                + " "
                + found.getLong(5));
      }
    }
    return rows;
  }

  private static String text(String resource) throws IOException {
    try (InputStream in = MoveRecountTest.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
