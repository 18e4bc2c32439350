package careworkforce.common.ingest;

import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A layout's fingerprint: changes with anything that changes the rows a file becomes, so that files
 * are read again when their layout, the contract, a code list or the key of pseudonyms changed.
 */
final class LayoutPrint {
  /** Raised when reading itself changes. */
  private static final String READING = "3";

  private static final int BYTES = 6;

  private LayoutPrint() {}

  /** Id and fingerprint, such as {@code esr-monthly#0f3a…}. */
  static String of(DeliveredTable table, Layout layout, String keyCheck) {
    StringBuilder all = new StringBuilder(READING).append(layout).append(table.schema().json());
    for (Field field : table.fields()) {
      CodeList codes = field.codes();
      all.append(field.pseudonymOf()).append(codes == null ? "" : codes.codes());
    }
    if (layout.columns().stream().anyMatch(c -> c.parse().identifies())) {
      all.append(keyCheck);
    }
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(all.toString().getBytes(StandardCharsets.UTF_8));
      return layout.id() + "#" + HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
