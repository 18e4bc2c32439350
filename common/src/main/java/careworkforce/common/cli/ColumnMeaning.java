package careworkforce.common.cli;

import careworkforce.common.table.Field;

/** A column in one line of words. */
final class ColumnMeaning {
  private ColumnMeaning() {}

  /** Meaning, unit, and that it is a pseudonym where it is. */
  static String of(Field field) {
    String unit = field.unit() == null ? "" : " (" + field.unit() + ")";
    String pseudonym =
        field.pseudonymOf() == null ? "" : "; keyed pseudonym of a " + field.pseudonymOf();
    return field.meaning() + unit + pseudonym;
  }
}
