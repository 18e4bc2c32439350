package careworkforce.common.ingest;

import careworkforce.common.conf.PrivateFile;
import careworkforce.common.conf.Sessions;
import careworkforce.common.conf.Setting;
import careworkforce.common.conf.Settings;
import careworkforce.common.error.UserError;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Keys by which direct identifiers become pseudonyms: HMAC-SHA-256, cut to 128 bits. Each project
 * and each type of entity has its own key, derived from one master key by HMAC of a label (the
 * expand step of RFC 5869), so that pseudonyms of two projects, or of staff and residents, cannot
 * be joined. The master key comes from a file that only its owner can read, or from the
 * environment.
 */
public final class Pseudonyms {
  private static final Setting<String> KEY_FILE =
      Setting.text("pseudonyms.key-file", "file that holds the master key, mode 0600");
  private static final Setting<String> KEY_VARIABLE =
      Setting.text("pseudonyms.key-variable", "environment variable that holds the master key");
  private static final Setting<String> PROJECT =
      Setting.text("pseudonyms.project", "project whose pseudonyms are made");
  private static final int LEAST_BYTES = 32;
  private final byte[] master;
  private final String project;

  private Pseudonyms(byte[] master, String project) {
    this.master = master;
    this.project = project;
  }

  /** The keys of the configured project. */
  public static Pseudonyms of(Settings settings) {
    String file = settings.value(KEY_FILE);
    String variable = settings.value(KEY_VARIABLE);
    byte[] master =
        file.isEmpty()
            ? fromEnvironment(variable, System.getenv(variable))
            : fromFile(file, settings);
    return new Pseudonyms(master, settings.value(PROJECT));
  }

  /** The keys of a project from a master key of at least 32 bytes. */
  public static Pseudonyms of(byte[] master, String project) {
    return new Pseudonyms(longEnough(master.clone(), "the master key"), project);
  }

  /** The key of a type of entity, such as {@code staff}. */
  EntityKey key(String entity) {
    return new EntityKey(EntityKey.hmac(master, project + "/" + entity + "/1"));
  }

  /**
   * What stands in tables for an identifier of an entity type as it is delivered, an NHS number
   * without spaces and hyphens.
   */
  public String pseudonym(String entity, String identifier) {
    byte[] text = identifier.getBytes(StandardCharsets.UTF_8);
    return key(entity).pseudonym(text, 0, text.length).toString();
  }

  /** Eight hex digits that tell one master key and project from another, and nothing more. */
  String check() {
    byte[] mac = EntityKey.hmac(master, project + "/key check/1");
    return HexFormat.of().formatHex(mac, 0, 4);
  }

  private static byte[] fromEnvironment(String variable, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw UserError.usage(
          "make pseudonyms",
          "neither pseudonyms.key-file nor the environment variable " + variable + " holds a key",
          "Make one: (umask 077; openssl rand -hex 32 > pseudonyms.key), and set pseudonyms.key-file");
    }
    return longEnough(value.strip().getBytes(StandardCharsets.UTF_8), "$" + variable);
  }

  private static byte[] fromFile(String file, Settings settings) {
    String key =
        PrivateFile.read(file, "make pseudonyms", KEY_FILE.key(), () -> Sessions.hadoop(settings));
    return longEnough(key.getBytes(StandardCharsets.UTF_8), file);
  }

  private static byte[] longEnough(byte[] key, String where) {
    if (key.length < LEAST_BYTES) {
      throw UserError.usage(
          "make pseudonyms",
          where + " holds " + key.length + " bytes of key, fewer than " + LEAST_BYTES,
          "Make a key with openssl rand -hex 32");
    }
    return key;
  }

  @Override
  public String toString() {
    return "Pseudonyms of " + project;
  }
}
