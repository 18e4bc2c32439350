package careworkforce.common.report;

/** A drawing with the numbers it was drawn from. */
public interface Picture {
  /** What it shows, in a few words. */
  String title();

  /** The drawing. */
  String svg();

  /** Its numbers, for readers who cannot see it or want them. */
  HtmlTable table();
}
