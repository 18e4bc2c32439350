package careworkforce.common.conf;

import careworkforce.common.error.UserError;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * The effective configuration: {@code reference.conf} of every module, then files given by {@code
 * --conf}, then {@code --set key=value}. A key that no {@code reference.conf} has is refused, with
 * the nearest known name; keys under {@code spark} are Spark's own and free.
 */
public final class Settings {
  private static final String SPARK = "spark";

  /** A text in quotes, or outside of one what begins a comment. */
  private static final Pattern COMMENT = Pattern.compile("(\"(?:\\\\.|[^\"\\\\])*\")|//|#");

  private final Config config;

  private Settings(Config config) {
    this.config = config;
  }

  /** The defaults alone. */
  public static Settings defaults() {
    return load(List.of(), Map.of());
  }

  /**
   * Reads and validates the configuration.
   *
   * @param files HOCON files, the later over the earlier
   * @param overrides single keys, over every file
   */
  public static Settings load(List<File> files, Map<String, String> overrides) {
    Config given = ConfigFactory.empty();
    for (File file : files) {
      given = parse(file).withFallback(given);
    }
    Config set = ConfigFactory.empty();
    for (Map.Entry<String, String> override : overrides.entrySet()) {
      set = parse(override.getKey(), override.getValue()).withFallback(set);
    }
    Config over = set.withFallback(given);
    refuseUnknown(over);
    try {
      Config resolved =
          over.withFallback(Reference.IT)
              .resolve(ConfigResolveOptions.defaults().setUseSystemEnvironment(true));
      Secrets.check(resolved);
      return new Settings(resolved);
    } catch (ConfigException e) {
      throw UserError.usage(
          "read the configuration", String.valueOf(e.getMessage()), "Mend the value named");
    }
  }

  private static Config parse(File file) {
    if (!file.isFile()) {
      throw UserError.usage(
          "read " + file, "there is no such file", "Give --conf the path of a HOCON file");
    }
    try {
      return ConfigFactory.parseFile(file);
    } catch (ConfigException e) {
      throw UserError.usage("read " + file, String.valueOf(e.getMessage()), "Mend the file");
    }
  }

  private static Config parse(String key, String value) {
    try {
      return ConfigFactory.parseString(key + " = " + whole(value))
          .withFallback(ConfigFactory.empty());
    } catch (ConfigException e) {
      return ConfigFactory.empty()
          .withValue(key, com.typesafe.config.ConfigValueFactory.fromAnyRef(value));
    }
  }

  /** A value in which nothing begins a comment of HOCON, such as a path with two slashes. */
  private static String whole(String value) {
    return COMMENT
        .matcher(value)
        .replaceAll(
            found ->
                found.group(1) == null
                    ? "\"" + found.group() + "\""
                    : Matcher.quoteReplacement(found.group()));
  }

  private static void refuseUnknown(Config given) {
    for (Map.Entry<String, ConfigValue> entry : given.entrySet()) {
      String key = entry.getKey();
      if (!Reference.KEYS.contains(key) && !key.startsWith(SPARK + ".")) {
        throw UserError.usage(
            "use the setting " + key,
            "there is no such key (" + entry.getValue().origin().description() + ")",
            "Did you mean " + nearest(key) + "?");
      }
    }
  }

  private static String nearest(String key) {
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    return Reference.KEYS.stream()
        .min(
            java.util.Comparator.comparingInt((String k) -> distance.apply(key, k))
                .thenComparing(k -> k))
        .orElse("(none)");
  }

  /** A setting's value, validated. */
  public <T> T value(Setting<T> setting) {
    T value;
    try {
      value = setting.read(config);
    } catch (ConfigException e) {
      throw UserError.usage(
          "read the setting " + setting.key(), String.valueOf(e.getMessage()), setting.meaning());
    }
    String complaint = setting.complain(value);
    if (complaint != null) {
      throw UserError.usage("use the setting " + setting.key(), complaint, setting.meaning());
    }
    return value;
  }

  /** Spark's own keys, as Spark spells them. */
  public Map<String, String> spark() {
    Map<String, String> keys = new TreeMap<>();
    for (Map.Entry<String, ConfigValue> e : config.getConfig(SPARK).entrySet()) {
      String path = String.join(".", ConfigUtil.splitPath(e.getKey()));
      keys.put(SPARK + "." + path, String.valueOf(e.getValue().unwrapped()));
    }
    return keys;
  }

  /** Every key with its value and where it came from, sorted by key. */
  public List<Origin> origins() {
    List<Origin> rows = new ArrayList<>();
    new TreeMap<>(
            config.entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
        .forEach(
            (key, value) ->
                rows.add(new Origin(key, redacted(key, value), value.origin().description())));
    return rows;
  }

  private static String redacted(String key, ConfigValue value) {
    return Secrets.isOne(key) ? "(redacted)" : String.valueOf(value.unwrapped());
  }

  /** One key of the effective configuration. */
  public record Origin(String key, String value, String from) {}

  /** Every {@code reference.conf} of the class path, read once, as none changes while we run. */
  private static final class Reference {
    static final Config IT =
        ConfigFactory.parseResources(
            Settings.class.getClassLoader(),
            "reference.conf",
            ConfigParseOptions.defaults().setAllowMissing(false));
    static final TreeSet<String> KEYS = new TreeSet<>();

    static {
      IT.entrySet().forEach(e -> KEYS.add(e.getKey()));
    }

    private Reference() {}
  }
}
