package careworkforce.pipelines.silver.spells;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.delta.Lake;
import careworkforce.pipelines.SmallEngland;
import careworkforce.pipelines.silver.reference.OccupationGroups;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Moves from delivered files to silver, counted again by another engine straight from the files.
 */
class MoveRecountTest {
  private static final OccupationMoves V = OccupationMoves.TABLE;

  @Test
  void shouldEqualAnIndependentRecountFromTheSourceFiles() throws Exception {
    List<String> ours = moves(SmallEngland.lake("+silver.occupation_moves"));
    assertThat(ours).hasSizeGreaterThan(50).anyMatch(row -> row.contains(" true "));
    assertThat(recount(SmallEngland.landing())).isEqualTo(ours);
  }

  private static List<String> moves(Lake lake) {
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
