package org.linli.platform.documents;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.linli.platform.documents.DocumentRefused.Reason;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The few things that are asked of WordprocessingML trees, by local name. */
final class Xml {

    static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private Xml() {}

    /** Without document types, so without entities and anything from outside. */
    static Document parse(byte[] xml) throws DocumentRefused {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setXIncludeAware(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(xml));
        } catch (SAXException | IOException e) {
            throw new DocumentRefused(Reason.NOT_A_DOCUMENT, e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] bytes(Document tree) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            tree.setXmlStandalone(true);
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(tree), new StreamResult(out));
            return out.toByteArray();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Element> children(Element parent) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    static Optional<Element> child(Element parent, String name) {
        return children(parent).stream().filter(child -> is(child, name)).findFirst();
    }

    /** A property two steps down, such as {@code pPr/jc}. */
    static Optional<Element> child(Element parent, String name, String below) {
        return child(parent, name).flatMap(found -> child(found, below));
    }

    /** All elements below with one of the names, in reading order. */
    static List<Element> descendants(Element root, String... names) {
        List<Element> found = new ArrayList<>();
        collect(root, Set.of(names), found);
        return found;
    }

    private static void collect(Element element, Set<String> names, List<Element> found) {
        for (Element child : children(element)) {
            if (names.contains(child.getLocalName())) {
                found.add(child);
            }
            collect(child, names, found);
        }
    }

    static boolean is(Element element, String name) {
        return name.equals(element.getLocalName());
    }

    /** An attribute by its local name, whatever its prefix; empty if absent. */
    static String attribute(Element element, String name) {
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            if (name.equals(attribute.getLocalName())) {
                return attribute.getNodeValue();
            }
        }
        return "";
    }

    /** The attribute {@code w:val} of a property of an element, such as {@code pPr/jc}; empty if absent. */
    static String value(Element parent, String name, String below) {
        return child(parent, name, below).map(found -> attribute(found, "val")).orElse("");
    }

    static Element create(Document tree, String name) {
        return tree.createElementNS(W, "w:" + name);
    }

    /** The nearest element above with this name. */
    static Optional<Element> above(Node node, String name) {
        Node up = node.getParentNode();
        while (up instanceof Element element && !is(element, name)) {
            up = element.getParentNode();
        }
        return up instanceof Element element ? Optional.of(element) : Optional.empty();
    }
}
