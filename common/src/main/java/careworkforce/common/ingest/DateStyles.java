package careworkforce.common.ingest;

import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamReader;

/**
 * Which styles of a workbook's cells show a number as a date: built-in formats 14 to 17 and 22, and
 * formats of its own that name a year or a day (ECMA-376, 18.8.30).
 */
final class DateStyles implements PlainXml.Visitor {
  private static final Set<String> BUILT_IN = Set.of("14", "15", "16", "17", "22");
  private final Set<String> formats = new HashSet<>(BUILT_IN);
  private final Set<String> styles = new HashSet<>();
  private boolean ofCells;
  private int style;

  private DateStyles() {}

  /** The styles' numbers, as cells name them. */
  static Set<String> of(byte[] part) throws ZipException {
    DateStyles reading = new DateStyles();
    PlainXml.read(part, reading);
    return reading.styles;
  }

  @Override
  public void begin(String element, XMLStreamReader attributes) {
    if (element.equals("numFmt") && isDate(attributes.getAttributeValue(null, "formatCode"))) {
      formats.add(attributes.getAttributeValue(null, "numFmtId"));
    } else if (element.equals("cellXfs")) {
      ofCells = true;
    } else if (element.equals("xf") && ofCells) {
      if (formats.contains(attributes.getAttributeValue(null, "numFmtId"))) {
        styles.add(Integer.toString(style));
      }
      style++;
    }
  }

  /** Quoted text and names of colours and locales are not part of what a format shows. */
  private static boolean isDate(String code) {
    return code.replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.", "").matches("(?i).*[yd].*");
  }

  @Override
  public void text(String text) {}

  @Override
  public void end(String element) {
    if (element.equals("cellXfs")) {
      ofCells = false;
    }
  }
}
