package org.linli.platform.sheets;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** One XML part of a workbook, pulled event by event, without document types and without entities. */
final class XmlPart implements AutoCloseable {

    private final InputStream in;
    private final XMLStreamReader reader;

    XmlPart(ZipFile zip, ZipArchiveEntry entry) throws SheetRefused {
        if (!ZipGuard.isXml(entry.getName())) {
            throw SheetRefused.broken("a part that is not XML: " + entry.getName());
        }
        try {
            in = zip.getInputStream(entry);
            reader = factory().createXMLStreamReader(in);
        } catch (IOException | XMLStreamException e) {
            throw SheetRefused.broken(e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, Boolean.FALSE);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, Boolean.FALSE);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, Boolean.FALSE);
        return factory;
    }

    /** Moves on; false at the end of the part. */
    boolean next() throws SheetRefused {
        try {
            if (!reader.hasNext()) {
                return false;
            }
            int event = reader.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw SheetRefused.broken("a document type or an entity in the XML");
            }
            return true;
        } catch (XMLStreamException e) {
            throw SheetRefused.broken(e);
        }
    }

    /** The element that starts here, or "" if none does. */
    String started() {
        return reader.isStartElement() ? reader.getLocalName() : "";
    }

    /** The element that ends here, or "" if none does. */
    String ended() {
        return reader.isEndElement() ? reader.getLocalName() : "";
    }

    boolean isText() {
        int event = reader.getEventType();
        return event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE;
    }

    String text() {
        return reader.getText();
    }

    @Nullable
    String attribute(String name) {
        return reader.getAttributeValue(null, name);
    }

    /** An attribute of the element that starts here, or null unless that element is the named one. */
    @Nullable
    String attributeOf(String element, String name) {
        return started().equals(element) ? attribute(name) : null;
    }

    @Override
    public void close() throws SheetRefused {
        try {
            in.close();
        } catch (IOException e) {
            throw SheetRefused.broken(e);
        }
    }
}
