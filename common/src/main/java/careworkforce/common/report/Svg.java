package careworkforce.common.report;

/** The parts that pictures share: a titled canvas, axes, lines and words. */
final class Svg {
  static final double WIDTH = 720;

  private Svg() {}

  /** A canvas that scales with the page and tells its title and description to screen readers. */
  static Element canvas(double height, String title, String description) {
    return Element.of("svg")
        .with("xmlns", "http://www.w3.org/2000/svg")
        .with("viewBox", "0 0 " + Numbers.coordinate(WIDTH) + " " + Numbers.coordinate(height))
        .with("role", "img")
        .with("aria-label", title + ". " + description)
        .add(Element.of("title").text(title))
        .add(Element.of("desc").text(description));
  }

  static Element line(String kind, double x1, double y1, double x2, double y2) {
    return Element.of("line")
        .with("class", kind)
        .with("x1", x1)
        .with("y1", y1)
        .with("x2", x2)
        .with("y2", y2);
  }

  /** Words at a point; {@code anchor} is start, middle or end. */
  static Element words(String kind, double x, double y, String anchor, String text) {
    return Element.of("text")
        .with("class", kind)
        .with("x", x)
        .with("y", y)
        .with("text-anchor", anchor)
        .text(text);
  }

  static Element rect(String kind, double x, double y, double width, double height) {
    return Element.of("rect")
        .with("class", kind)
        .with("x", x)
        .with("y", y)
        .with("width", width)
        .with("height", height);
  }

  static Element circle(String kind, double x, double y, double radius) {
    return Element.of("circle").with("class", kind).with("cx", x).with("cy", y).with("r", radius);
  }

  /** Horizontal grid lines with their labels to the left. */
  static void gridAcross(Element svg, Axis y, double left, double right) {
    for (double tick : y.ticks()) {
      svg.add(line("grid", left, y.at(tick), right, y.at(tick)));
      svg.add(words("tick", left - 8, y.at(tick) + 4, "end", y.label(tick)));
    }
  }

  /** Vertical grid lines with their labels below. */
  static void gridDown(Element svg, Axis x, double top, double bottom) {
    for (double tick : x.ticks()) {
      svg.add(line("grid", x.at(tick), top, x.at(tick), bottom));
      svg.add(words("tick", x.at(tick), bottom + 18, "middle", x.label(tick)));
    }
  }
}
