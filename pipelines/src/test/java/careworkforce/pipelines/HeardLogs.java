package careworkforce.pipelines;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.Layout;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.ConfigurationFactory;
import org.apache.logging.log4j.core.config.Property;

/**
 * Every word that is logged from INFO on while it is open, by Spark too, as the layouts of {@code
 * conf/log4j2} write it: as text and as JSON.
 */
final class HeardLogs implements AutoCloseable {
  private static final Path LAYOUTS =
      Path.of(System.getProperty("careworkforce.home", "..")).resolve("conf/log4j2");
  private final LoggerContext context = (LoggerContext) LogManager.getContext(false);
  private final Set<String> words = ConcurrentHashMap.newKeySet();
  private final Set<String> written = ConcurrentHashMap.newKeySet();

  HeardLogs() throws IOException {
    Configuration now = context.getConfiguration();
    List.copyOf(now.getRootLogger().getAppenders().keySet())
        .forEach(name -> now.getRootLogger().removeAppender(name));
    for (String file : List.of("local.properties", "night.properties")) {
      Listener listener = new Listener(file, configuration(file));
      listener.start();
      now.getRootLogger().addAppender(listener, Level.INFO, null);
    }
    now.getRootLogger().setLevel(Level.INFO);
    context.updateLoggers();
  }

  private Configuration configuration(String file) {
    Configuration conf =
        ConfigurationFactory.getInstance()
            .getConfiguration(context, file, LAYOUTS.resolve(file).toUri());
    conf.initialize();
    return conf;
  }

  /** The words, cut at all that is no letter, digit or hyphen, and at hyphens too. */
  Set<String> words() {
    return words;
  }

  /** Those among them that the files of {@code conf/log4j2} let pass. */
  Set<String> written() {
    return written;
  }

  @Override
  public void close() {
    context.reconfigure();
  }

  static void cut(String text, Set<String> into) {
    for (String word : text.split("[^A-Za-z0-9-]+", -1)) {
      into.add(word);
      into.addAll(List.of(word.split("-", -1)));
    }
  }

  private final class Listener extends AbstractAppender {
    private final Configuration conf;

    Listener(String name, Configuration conf) {
      super(name, null, layout(conf), false, Property.EMPTY_ARRAY);
      this.conf = conf;
    }

    private static Layout<?> layout(Configuration conf) {
      Appender only = conf.getAppenders().values().iterator().next();
      return only.getLayout();
    }

    @Override
    public void append(LogEvent event) {
      String line = String.valueOf(getLayout().toSerializable(event));
      cut(line, words);
      Level least = conf.getLoggerConfig(event.getLoggerName()).getLevel();
      if (event.getLevel().isMoreSpecificThan(least)) {
        cut(line, written);
      }
    }
  }
}
