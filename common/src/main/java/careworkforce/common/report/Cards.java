package careworkforce.common.report;

import java.util.ArrayList;
import java.util.List;

/** A few large numbers side by side. */
public final class Cards implements Block {
  private final List<Element> cards = new ArrayList<>();

  /**
   * Adds a number.
   *
   * @param kind {@code s1} or {@code s2} for the colour of a picture's first or second line, or
   *     empty
   * @param name what it is
   * @param value the number
   * @param under what to know about it
   */
  public Cards add(String kind, String name, String value, String under) {
    cards.add(
        Element.of("div")
            .with("class", ("card " + kind).trim())
            .add(Element.of("dt").text(name))
            .add(Element.of("dd").text(value))
            .add(Element.of("dd").with("class", "under").text(under)));
    return this;
  }

  @Override
  public String html() {
    Element list = Element.of("dl").with("class", "cards");
    cards.forEach(list::add);
    return list.toString();
  }
}
