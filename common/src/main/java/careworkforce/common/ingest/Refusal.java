package careworkforce.common.ingest;

/** Why a whole file cannot be taken in, and what to do about it. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;
  private final String remedy;

  /**
   * A refusal.
   *
   * @param because half a sentence with the values that matter
   * @param remedy what to do
   */
  Refusal(String because, String remedy) {
    super(because);
    this.remedy = remedy;
  }

  String because() {
    return String.valueOf(getMessage());
  }

  String remedy() {
    return remedy;
  }
}
