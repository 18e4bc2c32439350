package careworkforce.common.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** What looks like a direct identifier of a person, by its header or by its content. */
final class DirectIdentifiers {
  private static final Pattern NAMED =
      Pattern.compile(
          "(^|_)((fore|first|given|middle|last|family|sur|full|maiden|known_as)_?names?"
              + "|(patient|person|employee|worker|staff|resident|client|user)_name|^name$"
              + "|nhs_?(no|num|number)|nino|ni_?(no|num|number)|national_insurance.*|post(al)?_?code"
              + "|dob|date_?of_?birth|birth_?date|e_?mail.*|(tele)?phone.*|mobile.*|home_address.*)($|_)");
  private static final Pattern BIRTH = Pattern.compile(".*(birth|dob).*");
  private static final Pattern LIFE = Pattern.compile(".*(birth|dob|death).*|(.*_)?dod(_.*)?");
  private static final Pattern FULL_DATE =
      Pattern.compile(
          "(\\d{8}|\\d{4}[-/. ](\\d{1,2}|[A-Za-z]{3,9})[-/. ]\\d{1,2}"
              + "|\\d{1,2}[-/. ]\\d{1,2}[-/. ]\\d{2,4}"
              + "|\\d{1,2}[-/. ]?[A-Za-z]{3,9}[-/. ]?\\d{2,4})([ T]\\d{1,2}:.*)?");
  private static final int LONGEST_DATE = 40;
  private static final Pattern NINO =
      Pattern.compile("[A-CEGHJ-PR-TW-Za-ceghj-pr-tw-z]{2} ?\\d{2} ?\\d{2} ?\\d{2} ?[A-Da-d]");
  private static final Pattern POSTCODE =
      Pattern.compile("[A-Za-z]{1,2}\\d[A-Za-z\\d]? ?\\d[A-Za-z]{2}");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
  private static final Pattern PHONE = Pattern.compile("(\\+44|0)[\\d ]{9,12}");

  /** Kinds of identifier. */
  enum Kind {
    NHS_NUMBER("an NHS number"),
    NINO("a national insurance number"),
    EMAIL("an e-mail address"),
    POSTCODE("a full postcode"),
    PHONE("a telephone number"),
    NONE("");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  private DirectIdentifiers() {}

  /** True if a header names one. */
  static boolean named(String header) {
    return NAMED.matcher(snake(header)).find();
  }

  /** True if a header speaks of birth, so that full dates below it are dates of birth. */
  static boolean ofBirth(String header) {
    return BIRTH.matcher(snake(header)).matches();
  }

  /** True if a header speaks of birth or death, so that full dates below it are of a life. */
  static boolean ofLife(String header) {
    return LIFE.matcher(snake(header)).matches();
  }

  /** True of a date to the day, however it is written, with a time or without. */
  static boolean fullDate(byte[] bytes, int from, int to) {
    return to - from >= 6
        && to - from <= LONGEST_DATE
        && FULL_DATE.matcher(text(bytes, from, to)).matches();
  }

  private static String snake(String header) {
    return header
        .strip()
        .replaceAll("([a-z])([A-Z])", "$1_$2")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "_");
  }

  /** What a cell looks like; cheap for the many cells that look like nothing. */
  static Kind kind(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length < 5 || length > 100) {
      return Kind.NONE;
    }
    byte first = bytes[from];
    boolean letter = first >= 'A' && first <= 'Z' || first >= 'a' && first <= 'z';
    if (length >= 10 && length <= 12 && NhsNumber.digits(bytes, from, to) != null) {
      return Kind.NHS_NUMBER;
    }
    if (contains(bytes, from, to, (byte) '@')) {
      return EMAIL.matcher(text(bytes, from, to)).matches() ? Kind.EMAIL : Kind.NONE;
    }
    if (length <= 13 && letter) {
      String text = text(bytes, from, to);
      if (length >= 9 && NINO.matcher(text).matches()) {
        return Kind.NINO;
      }
      return POSTCODE.matcher(text).matches() ? Kind.POSTCODE : Kind.NONE;
    }
    boolean phone = length >= 10 && length <= 15 && (first == '0' || first == '+');
    return phone && PHONE.matcher(text(bytes, from, to)).matches() ? Kind.PHONE : Kind.NONE;
  }

  private static boolean contains(byte[] bytes, int from, int to, byte sought) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == sought) {
        return true;
      }
    }
    return false;
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }
}
