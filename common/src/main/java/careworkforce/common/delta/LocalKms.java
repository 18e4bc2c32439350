package careworkforce.common.delta;

import careworkforce.common.conf.Encryption;
import careworkforce.common.conf.PrivateFile;
import careworkforce.common.error.UserError;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.crypto.ParquetCryptoRuntimeException;
import org.apache.parquet.crypto.keytools.KeyToolkit;
import org.apache.parquet.crypto.keytools.KmsClient;

/**
 * Wraps the keys of data files by a master key (AES-GCM, 256 bits, derived by HMAC-SHA-256 of the
 * master key's name from the text of a file with mode 0600 or of an environment variable). File or
 * variable is the same on every node, or the file stands where every node reaches it; the text
 * passes through no configuration of Spark.
 */
public final class LocalKms implements KmsClient {
  private static final int LEAST_BYTES = 32;
  private byte[] text = new byte[0];

  @Override
  public void initialize(Configuration hadoop, String instance, String url, String token) {
    String file = hadoop.get(Encryption.KEY_FILE_OF_HADOOP, "");
    String variable = hadoop.get(Encryption.KEY_VARIABLE_OF_HADOOP, "");
    String doing = "encrypt or decrypt a table";
    text =
        (file.isEmpty()
                ? Objects.requireNonNullElse(System.getenv(variable), "").strip()
                : PrivateFile.read(file, doing, "encryption.key-file", () -> hadoop))
            .getBytes(StandardCharsets.UTF_8);
    if (text.length < LEAST_BYTES) {
      throw UserError.usage(
          doing,
          (file.isEmpty() ? "$" + variable : file) + " holds fewer than 32 bytes of key",
          "Make a key with openssl rand -hex 32, and set encryption.key-file");
    }
  }

  @Override
  public String wrapKey(byte[] key, String master) {
    return KeyToolkit.encryptKeyLocally(key, derived(master), named(master));
  }

  @Override
  public byte[] unwrapKey(String wrapped, String master) {
    try {
      return KeyToolkit.decryptKeyLocally(wrapped, derived(master), named(master));
    } catch (ParquetCryptoRuntimeException e) {
      throw UserError.usage(
          "decrypt a table",
          "its files are of another key than encryption.key-file or encryption.key-variable gives",
          "Give the key that the lake was encrypted with");
    }
  }

  private byte[] derived(String master) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(text, "HmacSHA256"));
      return mac.doFinal(named(master));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
    }
  }

  private static byte[] named(String master) {
    return master.getBytes(StandardCharsets.UTF_8);
  }
}
