package careworkforce.common.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One HTML file that opens offline: its style inside, no script, a table of contents. */
public final class Page {
  private static final String SYNTHETIC =
      "Synthetic data: every person, home and organisation on this page was made up. "
          + "No number here is a finding.";
  private final String title;
  private final String subtitle;
  private final String footer;
  private final boolean synthetic;
  private final List<Section> sections = new ArrayList<>();

  /**
   * A page without sections yet.
   *
   * @param footer what made it, such as the run's id
   * @param synthetic true if any row behind it is synthetic; the page then says so above and below
   */
  public Page(String title, String subtitle, String footer, boolean synthetic) {
    this.title = title;
    this.subtitle = subtitle;
    this.footer = footer;
    this.synthetic = synthetic;
  }

  private record Section(String heading, List<Block> blocks) {
    String anchor() {
      return heading.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
  }

  /** Adds a section below the others. */
  public Page section(String heading, Block... blocks) {
    sections.add(new Section(heading, List.of(blocks)));
    return this;
  }

  /** The whole file. */
  public String html() {
    Element head =
        Element.of("head")
            .markup("<meta charset=\"utf-8\">")
            .markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
            .markup("<meta name=\"color-scheme\" content=\"light dark\">")
            .add(Element.of("title").text(title))
            .add(Element.of("style").markup(style()));
    Element body = Element.of("body").add(header()).add(contents());
    Element main = Element.of("main");
    sections.forEach(s -> main.add(section(s)));
    body.add(main).add(foot());
    return "<!DOCTYPE html>\n"
        + Element.of("html").with("lang", "en-GB").add(head).add(body)
        + "\n";
  }

  private Element header() {
    Element header =
        Element.of("header")
            .add(Element.of("h1").text(title))
            .add(Element.of("p").with("class", "subtitle").text(subtitle));
    return synthetic ? header.add(mark()) : header;
  }

  private Element contents() {
    Element list = Element.of("ul");
    for (Section section : sections) {
      Element link = Element.of("a").with("href", "#" + section.anchor()).text(section.heading());
      list.add(Element.of("li").add(link));
    }
    return Element.of("nav").with("aria-label", "Contents").add(list);
  }

  private static Element section(Section section) {
    Element element =
        Element.of("section")
            .with("id", section.anchor())
            .add(Element.of("h2").text(section.heading()));
    section.blocks().forEach(b -> element.markup("\n").markup(b.html()));
    return element;
  }

  private Element foot() {
    Element foot = Element.of("footer").add(Element.of("p").text(footer));
    return synthetic ? foot.add(mark()) : foot;
  }

  private static Element mark() {
    return Element.of("p").with("class", "synthetic").text(SYNTHETIC);
  }

  /** The style sheet of pages and pictures. */
  static String style() {
    try (InputStream in = Page.class.getResourceAsStream("report.css")) {
      if (in == null) {
        throw new IllegalStateException("no report.css beside " + Page.class.getName());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
