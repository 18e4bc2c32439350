package careworkforce.common.report;

/** A piece of a page: prose, a table, a picture with its numbers. */
public interface Block {
  /** Its HTML, complete and escaped. */
  String html();

  /**
   * A paragraph.
   *
   * @param text plain text; characters that HTML would read as markup are escaped
   */
  static Block prose(String text) {
    return () -> Element.of("p").text(text).toString();
  }

  /** A paragraph set apart: what a reader must know before using what stands beside it. */
  static Block note(String text) {
    return () -> Element.of("p").with("class", "note").text(text).toString();
  }
}
