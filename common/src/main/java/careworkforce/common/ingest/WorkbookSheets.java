package careworkforce.common.ingest;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a workbook is which sheet: its list of sheets names relationships, and these name
 * the parts (ECMA-376, 18.2.20 and part 2, 9.3). A part that they name and the package lacks is
 * empty.
 */
final class WorkbookSheets implements PlainXml.Visitor {
  private static final String TEXTS = "/sharedStrings";
  private static final String STYLES = "/styles";
  private final Map<String, String> relations = new LinkedHashMap<>();
  private final Map<String, String> targets = new HashMap<>();
  private String texts = "";
  private String styles = "";

  private WorkbookSheets() {}

  static WorkbookSheets of(WorkbookParts parts) throws ZipException {
    WorkbookSheets reading = new WorkbookSheets();
    PlainXml.read(parts.part(WorkbookParts.WORKBOOK), reading);
    PlainXml.read(parts.part(WorkbookParts.RELATIONS), reading);
    return reading;
  }

  @Override
  public void begin(String element, XMLStreamReader attributes) throws ZipException {
    switch (element) {
      case "sheet" -> relations.putIfAbsent(told(attributes, "name"), told(attributes, "id"));
      case "Relationship" -> relate(attributes);
      default -> {}
    }
  }

  private void relate(XMLStreamReader attributes) throws ZipException {
    String type = told(attributes, "Type");
    String part = part(told(attributes, "Target"));
    targets.put(told(attributes, "Id"), part);
    if (type.endsWith(TEXTS)) {
      texts = part;
    } else if (type.endsWith(STYLES)) {
      styles = part;
    }
  }

  /** A part by its name from the root of the package, or from the workbook's folder. */
  private static String part(String target) {
    return target.startsWith("/") ? target.substring(1) : WorkbookParts.FOLDER + target;
  }

  private static String told(XMLStreamReader attributes, String name) throws ZipException {
    String value = attributes.getAttributeValue(null, name);
    if (value == null) {
      throw new ZipException("its list of sheets lacks a " + name);
    }
    return value;
  }

  @Override
  public void text(String text) {}

  @Override
  public void end(String element) {}

  /** The part of the texts that cells share; empty if there is none. */
  String texts() {
    return texts;
  }

  /** The part of the styles; empty if there is none. */
  String styles() {
    return styles;
  }

  /**
   * The part of the sheet of one of these names, of the first sheet if there are none.
   *
   * @throws ZipException if the workbook has no such sheet
   */
  String sheet(List<String> names) throws ZipException {
    List<String> wanted = names.stream().map(WorkbookSheets::folded).toList();
    String relation = null;
    for (Map.Entry<String, String> sheet : relations.entrySet()) {
      if (relation == null && (wanted.isEmpty() || wanted.contains(folded(sheet.getKey())))) {
        relation = sheet.getValue();
      }
    }
    if (relation == null) {
      throw new ZipException(
          "of its sheets "
              + String.join(", ", relations.keySet())
              + " none is called "
              + String.join(" or ", names));
    }
    return part(relation, targets.get(relation));
  }

  private static String part(String relation, @Nullable String target) throws ZipException {
    if (target == null) {
      throw new ZipException("its list of sheets names " + relation + ", which is not there");
    }
    return target;
  }

  private static String folded(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceAll("[ _]+", "_");
  }
}
