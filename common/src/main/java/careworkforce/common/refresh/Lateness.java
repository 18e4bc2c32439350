package careworkforce.common.refresh;

import static org.apache.spark.sql.functions.max;

import careworkforce.common.conf.Setting;
import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Lake;
import careworkforce.common.error.UserError;
import careworkforce.common.ingest.FileLedger;
import careworkforce.common.job.Manifest;
import careworkforce.common.table.Check;
import careworkforce.common.table.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;

/**
 * Whether files still come: {@code bronze.a within 45 days}, told by the time stamp of the newest
 * file whose rows stand. A source that stops changes nothing, so that no other gate sees it; it is
 * told on quiet nights too, and fails none. A source that never had a file waits, which is told
 * elsewhere.
 */
final class Lateness implements Gate {
  private static final String CODE = "LATE";
  private static final Setting<List<String>> SOURCES =
      Setting.texts("gates.late.sources", "TABLE within DAYS days");
  private static final Pattern SENTENCE = Pattern.compile("(\\w+\\.\\w+) within (\\d{1,4}) days");
  private static final FileLedger FILES = FileLedger.TABLE;

  private final Lake lake;
  private final Instant now;
  private final Map<String, Duration> expected = new TreeMap<>();

  /**
   * The sources of the settings.
   *
   * @param tables every table the lake may hold
   * @param now the time of the refresh
   */
  Lateness(Lake lake, Settings settings, List<Table> tables, Instant now) {
    this.lake = lake;
    this.now = now;
    for (String sentence : settings.value(SOURCES)) {
      Matcher words = SENTENCE.matcher(sentence);
      if (!words.matches()
          || tables.stream().noneMatch(table -> table.fullName().equals(words.group(1)))) {
        throw UserError.usage(
            "read '" + sentence + "' of " + SOURCES,
            "it is not of the form TABLE within DAYS days, of a table of 'careworkforce tables'",
            "Write such as 'bronze.a within 45 days'");
      }
      expected.put(words.group(1), Duration.ofDays(Long.parseLong(words.group(2))));
    }
  }

  @Override
  public List<Manifest.Gate> judge(List<Moved> moved) {
    List<Manifest.Gate> found = new ArrayList<>();
    if (!expected.isEmpty() && lake.exists(FILES)) {
      for (Row last : newest()) {
        String table = last.getString(0);
        Instant came = Instant.ofEpochMilli(last.getLong(1));
        Duration within = expected.get(table);
        if (within != null && came.plus(within).isBefore(now)) {
          found.add(new Manifest.Gate(table, CODE, Check.Severity.WARN, told(table, came, within)));
        }
      }
    }
    return found;
  }

  /** The source's table, and the time stamp of the newest file whose rows stand in it. */
  private List<Row> newest() {
    return lake.read(FILES)
        .where(FILES.status.col().equalTo(FileLedger.INGESTED))
        .where(FILES.tableName.col().isInCollection(expected.keySet()))
        .groupBy(FILES.tableName.col())
        .agg(max(FILES.modified.col()))
        .orderBy(FILES.tableName.col())
        .collectAsList();
  }

  private static String told(String table, Instant came, Duration within) {
    return "%s is late: its newest file is of %s, and one is expected within %d days"
        .formatted(table, LocalDate.ofInstant(came, ZoneOffset.UTC), within.toDays());
  }
}
