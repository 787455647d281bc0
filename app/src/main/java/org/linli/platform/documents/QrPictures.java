package org.linli.platform.documents;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** QR codes as pictures inside a .docx: one part for each address, however often it stands there. */
final class QrPictures {

    /** 2.8 cm in English metric units: a phone reads it at arm's length from paper. */
    private static final int SIDE_EMU = 28 * 36_000;

    private static final int DOTS_PER_SQUARE = 8;
    private static final String PICTURE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image";

    /** The inline picture of the format, in its smallest form. */
    private static final String DRAWING = """
            <w:drawing xmlns:w="%s" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" \
            xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
            xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" \
            xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
            <wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="%d" cy="%d"/>\
            <wp:docPr id="%d" name="QR %d" descr="%s"/>\
            <a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>\
            <pic:nvPicPr><pic:cNvPr id="%d" name="QR %d"/><pic:cNvPicPr/></pic:nvPicPr>\
            <pic:blipFill><a:blip r:embed="%s"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
            <pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%d" cy="%d"/></a:xfrm>\
            <a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>\
            </wp:inline></w:drawing>""";

    private final Docx docx;
    private final Map<String, String> relations = new HashMap<>();
    private int placed;

    QrPictures(Docx docx) {
        this.docx = docx;
    }

    /** Puts the code behind a piece of text, in the same run. */
    void place(Element piece, String address) throws DocumentRefused {
        if (!relations.containsKey(address)) {
            relations.put(address, store(address));
        }
        int id = 9_000 + ++placed;
        String xml = DRAWING.formatted(
                Xml.W, SIDE_EMU, SIDE_EMU, id, id, escape(address), id, id, relations.get(address), SIDE_EMU, SIDE_EMU);
        Document drawing = Xml.parse(xml.getBytes(StandardCharsets.UTF_8));
        Node copy = piece.getOwnerDocument().importNode(drawing.getDocumentElement(), true);
        piece.getParentNode().insertBefore(copy, piece.getNextSibling());
    }

    private String store(String address) throws DocumentRefused {
        int number = relations.size() + 1;
        String name = "media/linli-qr-" + number + ".png";
        docx.add("word/" + name, png(address));
        declarePng();
        Element all = docx.tree(Docx.RELATIONS).getDocumentElement();
        Element relation = all.getOwnerDocument().createElementNS(all.getNamespaceURI(), "Relationship");
        relation.setAttribute("Id", "linliQr" + number);
        relation.setAttribute("Type", PICTURE);
        relation.setAttribute("Target", name);
        all.appendChild(relation);
        return "linliQr" + number;
    }

    private void declarePng() throws DocumentRefused {
        Element types = docx.tree(Docx.TYPES).getDocumentElement();
        boolean known = Xml.children(types).stream()
                .anyMatch(type -> type.getAttribute("Extension").equalsIgnoreCase("png"));
        if (!known) {
            Element type = types.getOwnerDocument().createElementNS(types.getNamespaceURI(), "Default");
            type.setAttribute("Extension", "png");
            type.setAttribute("ContentType", "image/png");
            types.insertBefore(type, types.getFirstChild());
        }
    }

    private static byte[] png(String address) {
        try {
            BitMatrix bits = new QRCodeWriter()
                    .encode(
                            address,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(EncodeHintType.MARGIN, 2, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M));
            int side = bits.getWidth() * DOTS_PER_SQUARE;
            BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
            for (int y = 0; y < side; y++) {
                for (int x = 0; x < side; x++) {
                    picture.setRGB(x, y, bits.get(x / DOTS_PER_SQUARE, y / DOTS_PER_SQUARE) ? 0 : 0xffffff);
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", out);
            return out.toByteArray();
        } catch (WriterException e) {
            throw new IllegalArgumentException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
