package careworkforce.common.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One element of HTML or SVG. Texts and attribute values are escaped; children are elements. */
final class Element {
  private final String name;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<String> children = new ArrayList<>();

  private Element(String name) {
    this.name = name;
  }

  static Element of(String name) {
    return new Element(name);
  }

  Element with(String attribute, String value) {
    attributes.put(attribute, value);
    return this;
  }

  /** A coordinate or length, written with at most two decimals. */
  Element with(String attribute, double value) {
    return with(attribute, Numbers.coordinate(value));
  }

  Element text(String text) {
    children.add(escaped(text));
    return this;
  }

  Element add(Element child) {
    children.add(child.toString());
    return this;
  }

  /** Markup that is complete already, such as a {@link Block}'s. */
  Element markup(String html) {
    children.add(html);
    return this;
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder("<").append(name);
    attributes.forEach(
        (key, value) ->
            out.append(' ').append(key).append("=\"").append(escaped(value)).append('"'));
    out.append('>');
    children.forEach(out::append);
    return out.append("</").append(name).append('>').toString();
  }
}
