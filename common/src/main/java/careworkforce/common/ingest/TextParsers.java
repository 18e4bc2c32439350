package careworkforce.common.ingest;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** Texts, codes, flags and identifiers. */
final class TextParsers {
  private static final UTF8String NOT_COMPUTED = UTF8String.fromString("");

  private TextParsers() {}

  static UTF8String copy(byte[] bytes, int from, int to) {
    return UTF8String.fromBytes(java.util.Arrays.copyOfRange(bytes, from, to));
  }

  /** Any text; copied only if its value is wanted. */
  static CellParser text(boolean values) {
    return values ? TextParsers::copy : (bytes, from, to) -> NOT_COMPUTED;
  }

  /** A header as the value of a field. */
  static UTF8String header(String delivered) {
    return UTF8String.fromString(delivered.strip().toUpperCase(Locale.ROOT));
  }

  private static Map<UTF8String, UTF8String> known(Collection<String> codes) {
    Map<UTF8String, UTF8String> known = new HashMap<>();
    for (String code : codes) {
      UTF8String text = UTF8String.fromString(code);
      known.put(text, text);
    }
    return known;
  }

  /** One of the codes. */
  static CellParser code(Collection<String> codes) {
    Map<UTF8String, UTF8String> known = known(codes);
    return (bytes, from, to) -> {
      UTF8String code = known.get(UTF8String.fromBytes(bytes, from, to - from));
      return code == null ? RejectCode.UNKNOWN_CODE : code;
    };
  }

  /** The code before the first blank if it is one of the codes, else the text. */
  static CellParser leadingCode(Collection<String> codes, boolean values) {
    Map<UTF8String, UTF8String> known = known(codes);
    CellParser whole = text(values);
    return (bytes, from, to) -> {
      int end = from;
      while (end < to && bytes[end] != ' ') {
        end++;
      }
      UTF8String code = known.get(UTF8String.fromBytes(bytes, from, end - from));
      return code == null ? whole.read(bytes, from, to) : code;
    };
  }

  /** The words of true and false. */
  static CellParser flag(String yes, String no) {
    UTF8String isTrue = UTF8String.fromString(yes);
    UTF8String isFalse = UTF8String.fromString(no);
    return (bytes, from, to) -> {
      UTF8String word = UTF8String.fromBytes(bytes, from, to - from);
      if (word.equals(isTrue)) {
        return Boolean.TRUE;
      }
      return word.equals(isFalse) ? (Object) Boolean.FALSE : RejectCode.BAD_FLAG;
    };
  }

  /**
   * The pseudonym of any identifier.
   *
   * @param key null where only validity matters
   */
  static CellParser identifier(@Nullable EntityKey key) {
    return (bytes, from, to) -> key == null ? NOT_COMPUTED : key.pseudonym(bytes, from, to);
  }

  /** The pseudonym of a valid NHS number. */
  static CellParser nhsNumber(@Nullable EntityKey key) {
    return (bytes, from, to) -> {
      byte[] digits = NhsNumber.digits(bytes, from, to);
      if (digits == null) {
        return RejectCode.BAD_NHS_NUMBER;
      }
      return key == null ? NOT_COMPUTED : key.pseudonym(digits, 0, digits.length);
    };
  }
}
