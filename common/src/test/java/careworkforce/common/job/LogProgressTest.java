package careworkforce.common.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.ConfigurationFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogProgressTest {
  private static final Path LAYOUTS =
      Path.of(System.getProperty("careworkforce.home", "..")).resolve("conf/log4j2");

  @ParameterizedTest
  @ValueSource(strings = {"local.properties", "night.properties"})
  void shouldBeHeardByHandAndAtNight(String layout) {
    Configuration conf =
        ConfigurationFactory.getInstance()
            .getConfiguration(
                (LoggerContext) LogManager.getContext(false),
                layout,
                LAYOUTS.resolve(layout).toUri());
    conf.initialize();
    assertThat(conf.getLoggerConfig(LogProgress.NAME).getLevel()).isEqualTo(Level.INFO);
  }
}
