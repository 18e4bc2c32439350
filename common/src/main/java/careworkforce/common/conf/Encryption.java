package careworkforce.common.conf;

import careworkforce.common.error.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;

/**
 * Parquet's modular encryption of tables by their sensitivity (AES-GCM, one key a file, wrapped by
 * a master key that a {@code KmsClient} keeps). Whether a table is encrypted is a property of the
 * table, given when it is made, so that every later write of its files is too, compaction and
 * erasure among them.
 */
public final class Encryption {
  private static final Setting<List<String>> TABLES =
      Setting.texts("encryption.tables", "Sensitivities whose tables are encrypted");
  private static final Setting<String> KEY_FILE =
      Setting.text("encryption.key-file", "File that holds the master key, mode 0600");
  private static final Setting<String> KEY_VARIABLE =
      Setting.text("encryption.key-variable", "Environment variable that holds the master key");
  private static final Setting<String> KMS =
      Setting.text("encryption.kms", "Class that wraps keys: a KmsClient of Parquet");

  /** Hadoop's key for the file of the master key, at the same path for every node. */
  public static final String KEY_FILE_OF_HADOOP = "careworkforce.encryption.key.file";

  /** Hadoop's key for the environment variable that holds it where there is no file. */
  public static final String KEY_VARIABLE_OF_HADOOP = "careworkforce.encryption.key.variable";

  private static final String ENCRYPTED = "spark.careworkforce.encryption.tables";
  private static final String MASTER_KEY = "lake";

  private Encryption() {}

  /**
   * What a session has to know, in Hadoop's keys, to write and to read encrypted tables; nothing
   * without encryption.
   *
   * @throws UserError if the key file is not there or not private
   */
  static Map<String, String> keys(Settings settings) {
    List<String> tables = settings.value(TABLES);
    String file = settings.value(KEY_FILE);
    Map<String, String> keys = new TreeMap<>();
    String variable = settings.value(KEY_VARIABLE);
    if (tables.isEmpty() && file.isEmpty() && System.getenv(variable) == null) {
      return keys;
    }
    if (!file.isEmpty()) {
      PrivateFile.read(file, "encrypt tables", KEY_FILE.key(), () -> Sessions.hadoop(settings));
      keys.put(
          KEY_FILE_OF_HADOOP,
          FileTree.isHere(file)
              ? Path.of(new org.apache.hadoop.fs.Path(file).toUri().getPath())
                  .toAbsolutePath()
                  .toString()
              : file);
    }
    keys.put(KEY_VARIABLE_OF_HADOOP, variable);
    keys.put(
        "parquet.crypto.factory.class",
        "org.apache.parquet.crypto.keytools.PropertiesDrivenCryptoFactory");
    keys.put("parquet.encryption.kms.client.class", settings.value(KMS));
    keys.put(ENCRYPTED, String.join(",", tables));
    return keys;
  }

  /** Properties of a table to be made: a key for all of it, if its sensitivity asks for one. */
  public static Map<String, String> properties(SparkSession spark, String sensitivity) {
    List<String> tables = List.of(spark.conf().get(ENCRYPTED, "").split(",", -1));
    return tables.contains(sensitivity)
        ? Map.of("parquet.encryption.uniform.key", MASTER_KEY)
        : Map.of();
  }
}
