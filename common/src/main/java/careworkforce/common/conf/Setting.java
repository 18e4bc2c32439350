package careworkforce.common.conf;

import careworkforce.common.time.Month;
import com.typesafe.config.ConfigException;
import java.time.DateTimeException;
import java.util.Collection;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A typed setting. Its default stands in {@code reference.conf}, nowhere else.
 *
 * @param <T> the value's type
 */
public final class Setting<T> {
  private final String key;
  private final String unit;
  private final String meaning;
  private final BiFunction<com.typesafe.config.Config, String, T> reader;
  private final Function<T, @Nullable String> complaint;

  private Setting(
      String key,
      String unit,
      String meaning,
      BiFunction<com.typesafe.config.Config, String, T> reader,
      Function<T, @Nullable String> complaint) {
    this.key = key;
    this.unit = unit;
    this.meaning = meaning;
    this.reader = reader;
    this.complaint = complaint;
  }

  /** A whole number in {@code [min, max]}. */
  public static Setting<Integer> integer(
      String key, String unit, String meaning, int min, int max) {
    return new Setting<>(
        key,
        unit,
        meaning,
        com.typesafe.config.Config::getInt,
        v -> v < min || v > max ? v + " is not between " + min + " and " + max : null);
  }

  /** A real number in {@code [min, max]}. */
  public static Setting<Double> number(
      String key, String unit, String meaning, double min, double max) {
    return new Setting<>(
        key,
        unit,
        meaning,
        com.typesafe.config.Config::getDouble,
        v -> v < min || v > max ? v + " is not between " + min + " and " + max : null);
  }

  /** A text; empty stands for none. */
  public static Setting<String> text(String key, String meaning) {
    return new Setting<>(key, "", meaning, com.typesafe.config.Config::getString, v -> null);
  }

  /** A text that is one of a few. */
  public static Setting<String> oneOf(String key, String meaning, Collection<String> texts) {
    return new Setting<>(
        key,
        "",
        meaning,
        com.typesafe.config.Config::getString,
        v -> texts.contains(v) ? null : "'" + v + "' is none of " + String.join(", ", texts));
  }

  /** A calendar month, such as {@code 2020-02}. */
  public static Setting<Month> month(String key, String meaning) {
    return new Setting<>(key, "", meaning, Setting::readMonth, v -> null);
  }

  private static Month readMonth(com.typesafe.config.Config config, String key) {
    String text = config.getString(key);
    try {
      return Month.parse(text);
    } catch (DateTimeException e) {
      throw new ConfigException.BadValue(key, "'" + text + "' is no month such as 2020-02", e);
    }
  }

  /** A switch. */
  public static Setting<Boolean> flag(String key, String meaning) {
    return new Setting<>(key, "", meaning, com.typesafe.config.Config::getBoolean, v -> null);
  }

  /** A list of texts. */
  public static Setting<java.util.List<String>> texts(String key, String meaning) {
    return new Setting<>(key, "", meaning, com.typesafe.config.Config::getStringList, v -> null);
  }

  public String key() {
    return key;
  }

  public String unit() {
    return unit;
  }

  public String meaning() {
    return meaning;
  }

  T read(com.typesafe.config.Config config) {
    return reader.apply(config, key);
  }

  @Nullable String complain(T value) {
    return complaint.apply(value);
  }

  @Override
  public String toString() {
    return key;
  }
}
