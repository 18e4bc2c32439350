package careworkforce.common.report;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Markup read back by an XML parser; markup that is not well formed fails the test. */
final class Parsed {
  private Parsed() {}

  static Document of(String markup) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(markup)));
    } catch (Exception e) {
      throw new AssertionError("not well formed: " + e.getMessage() + "\n" + markup, e);
    }
  }

  static int count(String markup, String element) {
    return of(markup).getElementsByTagName(element).getLength();
  }
}
