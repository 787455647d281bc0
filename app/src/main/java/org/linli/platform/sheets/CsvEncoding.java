package org.linli.platform.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.linli.platform.sheets.SheetRefused.Reason;

/**
 * The encoding of separated text, found in one pass over its bytes.
 *
 * @param charset strictly decodes the whole file
 * @param markBytes length of the byte order mark in front, 0 if there is none
 */
record CsvEncoding(Charset charset, int markBytes) {

    private static final Charset GB18030 = Charset.forName("GB18030");

    /** A byte order mark decides; else strict UTF-8; else strict GB 18030, which Chinese editions write. */
    static CsvEncoding detect(Path file) throws IOException, SheetRefused {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(3);
            CsvEncoding marked = marked(head);
            List<Attempt> attempts = marked.markBytes > 0
                    ? List.of(new Attempt(marked))
                    : List.of(new Attempt(marked), new Attempt(new CsvEncoding(GB18030, 0)));
            byte[] buffer = new byte[1 << 16];
            System.arraycopy(head, marked.markBytes, buffer, 0, head.length - marked.markBytes);
            int length = head.length - marked.markBytes;
            boolean nul = false;
            while (length >= 0) {
                for (int i = 0; i < length; i++) {
                    nul |= buffer[i] == 0;
                }
                for (Attempt attempt : attempts) {
                    attempt.decode(buffer, length, false);
                }
                length = in.read(buffer);
            }
            boolean wide = marked.charset != StandardCharsets.UTF_8;
            if (nul && !wide) {
                throw new SheetRefused(Reason.NOT_A_SHEET, "binary data");
            }
            for (Attempt attempt : attempts) {
                attempt.decode(buffer, 0, true);
                if (attempt.valid) {
                    if (attempt.blank) {
                        throw new SheetRefused(Reason.EMPTY, "no character");
                    }
                    return attempt.encoding;
                }
            }
            throw new SheetRefused(Reason.UNKNOWN_ENCODING, "neither Unicode nor GB 18030");
        }
    }

    /** The text of a file that was found to be in this encoding. */
    Reader reader(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        in.skipNBytes(markBytes);
        return new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static CsvEncoding marked(byte[] head) {
        int first = head.length > 0 ? head[0] & 0xff : -1;
        int second = head.length > 1 ? head[1] & 0xff : -1;
        int third = head.length > 2 ? head[2] & 0xff : -1;
        if (first == 0xff && second == 0xfe) {
            return new CsvEncoding(StandardCharsets.UTF_16LE, 2);
        }
        if (first == 0xfe && second == 0xff) {
            return new CsvEncoding(StandardCharsets.UTF_16BE, 2);
        }
        return new CsvEncoding(StandardCharsets.UTF_8, first == 0xef && second == 0xbb && third == 0xbf ? 3 : 0);
    }

    /** One charset tried on the stream of bytes, until it fails. */
    private static final class Attempt {
        private final CsvEncoding encoding;
        private final CharsetDecoder decoder;
        private final CharBuffer out = CharBuffer.allocate(1 << 13);
        private ByteBuffer pending = ByteBuffer.allocate(0);
        private boolean valid = true;
        private boolean blank = true;

        Attempt(CsvEncoding encoding) {
            this.encoding = encoding;
            this.decoder = encoding.charset
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
        }

        void decode(byte[] buffer, int length, boolean end) {
            if (!valid) {
                return;
            }
            ByteBuffer in = ByteBuffer.allocate(pending.remaining() + length)
                    .put(pending)
                    .put(buffer, 0, length)
                    .flip();
            boolean more = true;
            while (more) {
                var result = decoder.decode(in, out, end);
                valid &= !result.isError();
                out.flip();
                for (int i = 0; blank && i < out.length(); i++) {
                    blank = Character.isWhitespace(out.charAt(i));
                }
                out.clear();
                more = result.isOverflow();
            }
            pending = in;
        }
    }
}
