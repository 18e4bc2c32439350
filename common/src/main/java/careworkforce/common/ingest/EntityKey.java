package careworkforce.common.ingest;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** The key of one type of entity in one project. Never printed. */
final class EntityKey implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String HMAC = "HmacSHA256";
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final int BYTES = 16;
  private final byte[] key;
  // Tasks of one process share a key; a Mac serves one thread at a time.
  private transient @Nullable ThreadLocal<Mac> macs;

  EntityKey(byte[] key) {
    this.key = key;
  }

  /** The pseudonym of an identifier: 32 hex digits. */
  UTF8String pseudonym(byte[] identifier, int from, int to) {
    ThreadLocal<Mac> each = macs;
    if (each == null) {
      each = ThreadLocal.withInitial(() -> mac(key));
      macs = each;
    }
    Mac mine = each.get();
    mine.update(identifier, from, to - from);
    byte[] digest = mine.doFinal();
    byte[] text = new byte[2 * BYTES];
    for (int i = 0; i < BYTES; i++) {
      text[2 * i] = HEX[digest[i] >> 4 & 15];
      text[2 * i + 1] = HEX[digest[i] & 15];
    }
    return UTF8String.fromBytes(text);
  }

  static byte[] hmac(byte[] key, String label) {
    return mac(key).doFinal(label.getBytes(StandardCharsets.UTF_8));
  }

  private static Mac mac(byte[] key) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return "EntityKey";
  }
}
