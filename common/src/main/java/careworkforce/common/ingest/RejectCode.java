package careworkforce.common.ingest;

/** Why a delivered row was not accepted. */
public enum RejectCode {
  BAD_NUMBER("is not a number of the column's kind"),
  BAD_DATE("is not a date in the column's formats"),
  BAD_TIME("is not a time in the column's formats"),
  BAD_FLAG("is neither the word of true nor that of false"),
  UNKNOWN_CODE("is not in the column's code list"),
  MISSING_REQUIRED("is empty where a value is required"),
  OTHER_PERIOD("lies outside the period the file stands for"),
  DAY_OF_BIRTH("tells the day of a birth, which is never taken"),
  BAD_NHS_NUMBER("is not an NHS number with a valid check digit"),
  WRONG_FIELD_COUNT("has another number of cells than the header"),
  BAD_QUOTE("has a quote that does not close, or text after one"),
  BAD_ENCODING("cannot be decoded in the layout's encoding"),
  NUL_BYTE("holds a NUL byte"),
  LINE_TOO_LONG("is longer than the longest line allowed"),
  TRUNCATED("is the last, has no line end, and lacks cells: the file was cut off");

  private final String meaning;

  RejectCode(String meaning) {
    this.meaning = meaning;
  }

  /** The predicate of a sentence about the cell or line. */
  public String meaning() {
    return meaning;
  }
}
