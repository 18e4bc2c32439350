package careworkforce.common.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamReader;

/** The texts that a workbook's cells share (ECMA-376, 18.4), without their phonetic runs. */
final class SharedTexts implements PlainXml.Visitor {
  private final List<String> texts = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private boolean within;
  private boolean phonetic;

  private SharedTexts() {}

  static List<String> of(byte[] part) throws ZipException {
    SharedTexts reading = new SharedTexts();
    PlainXml.read(part, reading);
    return reading.texts;
  }

  @Override
  public void begin(String element, XMLStreamReader attributes) {
    switch (element) {
      case "si" -> text.setLength(0);
      case "rPh" -> phonetic = true;
      case "t" -> within = !phonetic;
      default -> {}
    }
  }

  @Override
  public void text(String more) {
    if (within) {
      text.append(more);
    }
  }

  @Override
  public void end(String element) {
    switch (element) {
      case "si" -> texts.add(text.toString());
      case "rPh" -> phonetic = false;
      case "t" -> within = false;
      default -> {}
    }
  }
}
