package careworkforce.common.estimate.distributed;

import java.io.Serializable;

/** Levels of rows in as few bytes as their number allows: one, two or four a row. */
final class PackedCodes implements Serializable {
  private static final long serialVersionUID = 1L;

  private final byte[] bytes;
  private final char[] chars;
  private final int[] ints;

  /** Packs codes in {@code [0, levels)}. */
  PackedCodes(int[] codes, int levels) {
    boolean one = levels <= 1 << Byte.SIZE;
    boolean two = !one && levels <= 1 << Character.SIZE;
    bytes = new byte[one ? codes.length : 0];
    chars = new char[two ? codes.length : 0];
    ints = one || two ? new int[0] : codes;
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) codes[i];
    }
    for (int i = 0; i < chars.length; i++) {
      chars[i] = (char) codes[i];
    }
  }

  /** The code of each row as a translation puts it. */
  int[] translated(int[] translation) {
    int[] codes = new int[bytes.length + chars.length + ints.length];
    for (int i = 0; i < bytes.length; i++) {
      codes[i] = translation[bytes[i] & 0xFF];
    }
    for (int i = 0; i < chars.length; i++) {
      codes[i] = translation[chars[i]];
    }
    for (int i = 0; i < ints.length; i++) {
      codes[i] = translation[ints[i]];
    }
    return codes;
  }
}
