package org.linli.decisions.witness.web;

import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.linli.decisions.Vote;
import org.linli.ledger.SignedHead;
import org.linli.ledger.bundle.Heads;

/** An Atom feed (RFC 4287) of the latest public heads, newest first. Each entry's content is the head as heads.json has it. */
final class HeadFeed {

    private static final int LATEST = 200;
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private HeadFeed() {}

    /** @param base the portal's public address */
    static String of(Vote vote, Heads heads, String base) {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            head(xml, vote, heads, base + "/api/v1/votes/" + vote.id(), base + "/votes/" + vote.id());
            List<SignedHead> all = heads.heads();
            for (SignedHead head :
                    all.subList(Math.max(0, all.size() - LATEST), all.size()).reversed()) {
                entry(xml, vote, head);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return out.toString();
    }

    private static void head(XMLStreamWriter xml, Vote vote, Heads heads, String api, String page)
            throws XMLStreamException {
        text(xml, "id", "urn:linli:vote:" + vote.key());
        text(xml, "title", vote.communityName() + " · " + vote.terms().title());
        text(xml, "subtitle", "seal key " + heads.publicKey() + ", fingerprint " + heads.fingerprint());
        text(
                xml,
                "updated",
                (heads.heads().isEmpty()
                                ? vote.steps().getLast().at()
                                : time(heads.heads().getLast()))
                        .toString());
        xml.writeStartElement("author");
        text(xml, "name", "邻里 Linli");
        xml.writeEndElement();
        link(xml, "self", api + "/heads.atom");
        link(xml, "alternate", page);
        link(xml, "related", api + "/heads.json");
    }

    private static void entry(XMLStreamWriter xml, Vote vote, SignedHead head) throws XMLStreamException {
        xml.writeStartElement("entry");
        text(xml, "id", "urn:linli:vote:" + vote.key() + ":head:" + head.size() + ":" + head.timeMicros());
        text(xml, "title", head.size() + " · " + head.root());
        text(xml, "updated", time(head).toString());
        text(
                xml,
                "content",
                "{\"size\": %d, \"root\": \"%s\", \"timeMicros\": %d, \"signature\": \"%s\"}"
                        .formatted(head.size(), head.root(), head.timeMicros(), head.signature()));
        xml.writeEndElement();
    }

    private static Instant time(SignedHead head) {
        return Instant.EPOCH.plus(head.timeMicros(), ChronoUnit.MICROS);
    }

    private static void text(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", address);
    }
}
