package careworkforce.common.refresh;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import careworkforce.common.conf.Setting;
import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Lake;
import careworkforce.common.error.UserError;
import careworkforce.common.job.Manifest;
import careworkforce.common.table.Check;
import careworkforce.common.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Whether values of one source are known to another: such as the locations of a workforce return to
 * the register of locations. Sources know nothing of each other, so that the pairs are settings:
 * {@code bronze.a.column in bronze.b.column at least 0.95}, a share of the rows that have a value.
 */
final class References implements Gate {
  private static final String CODE = "REFERENCE";
  private static final Setting<List<String>> PAIRS =
      Setting.texts("gates.references.pairs", "T.COLUMN in T.COLUMN at least SHARE");
  private static final Setting<String> SEVERITY =
      Setting.oneOf(
          "gates.references.severity",
          "what a finding does",
          Check.Severity.names(Check.Severity.FAIL, Check.Severity.WARN));
  private static final Pattern SENTENCE =
      Pattern.compile("(\\w+\\.\\w+)\\.(\\w+) in (\\w+\\.\\w+)\\.(\\w+) at least ([0-9.]+)");

  private final Lake lake;
  private final List<Table> tables;
  private final List<Pair> pairs = new ArrayList<>();
  private final Check.Severity severity;

  private record Pair(
      String sentence, Table from, String column, Table to, String key, double share) {}

  /**
   * The pairs of the settings.
   *
   * @param tables every table the lake may hold
   */
  References(Lake lake, Settings settings, List<Table> tables) {
    this.lake = lake;
    this.tables = tables;
    this.severity = Check.Severity.of(settings.value(SEVERITY));
    settings.value(PAIRS).forEach(sentence -> pairs.add(pair(sentence)));
  }

  private Pair pair(String sentence) {
    Matcher words = SENTENCE.matcher(sentence);
    if (!words.matches()) {
      throw UserError.usage(
          "read '" + sentence + "' of " + PAIRS,
          "it is not of the form TABLE.COLUMN in TABLE.COLUMN at least SHARE",
          "Write such as 'bronze.a.x in bronze.b.y at least 0.95'");
    }
    return new Pair(
        sentence,
        table(words.group(1), words.group(2)),
        words.group(2),
        table(words.group(3), words.group(4)),
        words.group(4),
        Double.parseDouble(words.group(5)));
  }

  private Table table(String name, String column) {
    return tables.stream()
        .filter(t -> t.fullName().equals(name))
        .filter(t -> t.fields().stream().anyMatch(f -> f.name().equals(column)))
        .findFirst()
        .orElseThrow(
            () ->
                UserError.usage(
                    "compare " + name + "." + column,
                    "there is no such table, or it has no such column",
                    "'careworkforce tables' and 'describe' list both"));
  }

  @Override
  public List<Manifest.Gate> judge(List<Moved> moved) {
    List<Table> those = moved.stream().map(Moved::table).toList();
    List<Manifest.Gate> found = new ArrayList<>();
    for (Pair pair : pairs) {
      if (those.contains(pair.from()) || those.contains(pair.to())) {
        judge(pair, found);
      }
    }
    return found;
  }

  private void judge(Pair pair, List<Manifest.Gate> found) {
    if (!lake.exists(pair.from()) || !lake.exists(pair.to())) {
      return;
    }
    Dataset<Row> known = lake.read(pair.to()).select(col(pair.key()).as("known")).distinct();
    Row counts =
        lake.read(pair.from())
            .select(col(pair.column()).as("value"))
            .filter(col("value").isNotNull())
            .join(known, col("value").equalTo(col("known")), "left_outer")
            .agg(count(lit(1)), count(col("known")))
            .head();
    double share = counts.getLong(0) == 0 ? 1 : counts.getLong(1) / (double) counts.getLong(0);
    if (share < pair.share()) {
      String message =
          String.format(
              Locale.ROOT,
              "%s: %d of %d rows, %.1f%%",
              pair.sentence(),
              counts.getLong(1),
              counts.getLong(0),
              100 * share);
      found.add(new Manifest.Gate(pair.from().fullName(), CODE, severity, message));
    }
  }
}
