package careworkforce.common.report;

/**
 * A picture on a page: title, drawing, caption, and its numbers below to unfold.
 *
 * @param picture what is drawn
 * @param caption how to read it
 */
public record Figure(Picture picture, String caption) implements Block {
  @Override
  public String html() {
    return Element.of("figure")
        .add(Element.of("h3").text(picture.title()))
        .markup(picture.svg())
        .add(Element.of("figcaption").text(caption))
        .add(
            Element.of("details")
                .add(Element.of("summary").text("The numbers of this picture"))
                .markup(picture.table().html()))
        .toString();
  }
}
