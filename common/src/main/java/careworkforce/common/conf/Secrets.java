package careworkforce.common.conf;

import careworkforce.common.error.UserError;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Keys whose values are secrets: passwords, tokens, access keys, addresses that let in whoever
 * knows them. They come from the environment, as {@code key = ${NAME}}, or from a file with mode
 * 0600; the command line is seen by every user of a machine.
 */
final class Secrets {
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i).*(secret|password|token|credential|webhook|(access|account)[.-]?key)(?!.*"
              + "(provider|file|path|class|variable|enabled|lifetime)$).*");

  private Secrets() {}

  static boolean isOne(String key) {
    return SECRET.matcher(key).matches();
  }

  /**
   * Looks where every secret came from.
   *
   * @throws UserError if one stands on the command line or in a file that others may read
   */
  static void check(Config resolved) {
    for (Map.Entry<String, ConfigValue> entry : resolved.entrySet()) {
      if (isOne(entry.getKey()) && !String.valueOf(entry.getValue().unwrapped()).isEmpty()) {
        check(entry.getKey(), entry.getValue().origin());
      }
    }
  }

  private static void check(String key, ConfigOrigin origin) {
    String doing = "use the secret " + key;
    String file = origin.filename();
    if (file != null && !PrivateFile.isPrivate(Path.of(file))) {
      throw UserError.usage(doing, "others may read " + file, "Run chmod 600 " + file);
    }
    if (file == null && origin.resource() == null && !origin.description().startsWith("env")) {
      throw UserError.usage(
          doing,
          "it stands on the command line, which every user of the machine can see",
          "Write " + key + " = ${NAME} for an environment variable, or a --conf file of mode 0600");
    }
  }
}
