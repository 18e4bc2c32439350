package careworkforce.common.ingest;

import java.io.ByteArrayInputStream;
import java.util.zip.ZipException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * XML without a document type: no entity is defined, so none is expanded and none is fetched. One
 * that declares a type is refused.
 */
final class PlainXml {
  private static final XMLInputFactory FACTORY = factory();

  private PlainXml() {}

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  /** Told of each element's begin and end, and of text, in their order. */
  interface Visitor {
    /** An element begins; its attributes are those of the reader. */
    void begin(String element, XMLStreamReader attributes) throws ZipException;

    /** Text between tags. */
    void text(String text);

    /** An element ends. */
    void end(String element) throws ZipException;
  }

  /** Reads a part of a workbook; an empty one has no elements. */
  static void read(byte[] part, Visitor visitor) throws ZipException {
    if (part.length == 0) {
      return;
    }
    try {
      XMLStreamReader xml = FACTORY.createXMLStreamReader(new ByteArrayInputStream(part));
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> visitor.begin(xml.getLocalName(), xml);
          case XMLStreamConstants.CHARACTERS -> visitor.text(xml.getText());
          case XMLStreamConstants.END_ELEMENT -> visitor.end(xml.getLocalName());
          case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
              throw new ZipException("its XML declares a document type or entities");
          default -> {}
        }
      }
    } catch (XMLStreamException e) {
      throw new ZipException("its XML is damaged");
    }
  }
}
