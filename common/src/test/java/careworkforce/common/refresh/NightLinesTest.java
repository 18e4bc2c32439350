package careworkforce.common.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import careworkforce.common.cli.Run;
import careworkforce.common.job.LogProgress;
import careworkforce.common.job.Manifest;
import careworkforce.common.lock.LakeLock;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.ConfigurationFactory;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a night logs, as {@code conf/log4j2/night.properties} lays it out. */
class NightLinesTest {
  @TempDir Path folder;

  @Test
  void shouldNameTheRunOnEveryLineAndTableAndJobOnThoseOfAJob() {
    Hospital hospital =
        new Hospital(folder)
            .deliver("beds/BEDS_202101.csv", "a,10", "b,901")
            .deliver("staff/STAFF_202101.csv", "a,3")
            .set("lock.wait", "60")
            .set("lock.heartbeat", "0.1");
    Run night = new Run(Hospital.CATALOGUE, hospital.lake, hospital.settings(), new LogProgress());
    LakeLock ofAnother = LakeLock.take(hospital.lake, hospital.settings(), said -> {});

    List<JsonNode> lines;
    Manifest account;
    try (Lines heard = new Lines("waiting for", ofAnother::close)) {
      account = night.refresh().orElseThrow();
      lines = heard.lines;
    }

    assertThat(lines)
        .extracting(line -> line.path("run").asText())
        .isNotEmpty()
        .containsOnly(account.run());
    assertThat(lines)
        .filteredOn(line -> line.path("table").isTextual())
        .extracting(line -> line.path("table").asText(), line -> line.path("job").asText())
        .as("of the first night, whose wards have too many beds")
        .contains(tuple("bronze.beds", "Taking"), tuple("silver.ward_months", "Made"));
    assertThat(lines)
        .filteredOn(line -> !line.path("table").isTextual())
        .extracting(line -> line.path("message").asText())
        .as("outside the jobs")
        .anyMatch(said -> said.startsWith("waiting for"))
        .anyMatch(said -> said.startsWith("a gate failed"));
  }

  /** What the programme logs while it is open. */
  private static final class Lines extends AbstractAppender implements AutoCloseable {
    private static final String NAME = "careworkforce";
    private static final Path LAYOUT =
        Path.of(System.getProperty("careworkforce.home", ".."))
            .resolve("conf/log4j2/night.properties");
    private static final LoggerContext CONTEXT = (LoggerContext) LogManager.getContext(false);
    private final List<JsonNode> lines = new CopyOnWriteArrayList<>();
    private final String awaited;
    private final Runnable then;

    /** Does something after a line that begins so. */
    Lines(String awaited, Runnable then) {
      super("lines", null, ofNight().getAppender("out").getLayout(), false, Property.EMPTY_ARRAY);
      this.awaited = awaited;
      this.then = then;
      start();
      LoggerConfig ours = new LoggerConfig(NAME, Level.INFO, false);
      ours.addAppender(this, Level.INFO, null);
      CONTEXT.getConfiguration().addLogger(NAME, ours);
      CONTEXT.updateLoggers();
    }

    private static Configuration ofNight() {
      Configuration conf =
          ConfigurationFactory.getInstance()
              .getConfiguration(CONTEXT, LAYOUT.toString(), LAYOUT.toUri());
      conf.initialize();
      return conf;
    }

    @Override
    public void append(LogEvent event) {
      try {
        lines.add(new JsonMapper().readTree(getLayout().toSerializable(event).toString()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      if (event.getMessage().getFormattedMessage().startsWith(awaited)) {
        then.run();
      }
    }

    @Override
    public void close() {
      CONTEXT.getConfiguration().removeLogger(NAME);
      CONTEXT.updateLoggers();
    }
  }
}
