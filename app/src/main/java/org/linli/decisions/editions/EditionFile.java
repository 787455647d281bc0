package org.linli.decisions.editions;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.linli.decisions.Vote;
import org.linli.decisions.casting.FullRecord;
import org.linli.decisions.roll.FrozenRoll;
import org.linli.decisions.roll.Rolls;
import org.linli.ledger.BallotOpening;
import org.linli.platform.files.FileStore;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the archive of an edition: the public bundle as anybody has it, the roll with rooms and openings, every ballot with its
 * choice and openings, the same ballots in words on watermarked pages, and a manifest. Each file of ours begins with the order, who
 * asked, who confirmed and when; so does the archive.
 */
@Component
class EditionFile {

    private final FullRecord record;
    private final Rolls rolls;
    private final FileStore files;
    private final EditionPaper paper;

    EditionFile(FullRecord record, Rolls rolls, FileStore files, EditionPaper paper) {
        this.record = record;
        this.rolls = rolls;
        this.files = files;
        this.paper = paper;
    }

    /** Who gets it, on what order: what every file carries. */
    record Mark(
            String order,
            String authority,
            int edition,
            String vote,
            String requestedBy,
            String confirmedBy,
            Instant at) {
        String line() {
            return "完整版 %s 第 %d 份 · %s · %s · 申请 %s · 复核 %s · %s"
                    .formatted(vote, edition, authority, order, requestedBy, confirmedBy, at);
        }
    }

    byte[] write(Vote vote, String bundleHash, Mark mark) {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        contents.put("bundle.zip", bundle(bundleHash));
        contents.put("roll.json", json(mark, "entries", roll(vote)));
        List<FullRecord.Opened> ballots = record.ballots(vote.id());
        contents.put(
                "ballots.json",
                json(mark, "ballots", ballots.stream().map(EditionFile::ballot).toList()));
        contents.put("ballots.pdf", paper.pdf(vote, rolls.current(vote.id()), ballots, mark.line()));
        Map<String, String> hashes = new TreeMap<>();
        contents.forEach((name, bytes) -> hashes.put(name, sha256(bytes)));
        contents.put("manifest.json", json(mark, "sha256", hashes));
        return zip(contents, mark);
    }

    private byte[] bundle(String hash) {
        try (FileStore.Copy copy = files.open(hash)) {
            return Files.readAllBytes(copy.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Map<String, Object>> roll(Vote vote) {
        return rolls.current(vote.id()).entries().stream()
                .map(entry -> row(
                        "entry", entry.id(),
                        "rooms", entry.parts().stream().map(EditionFile::room).toList(),
                        "openings",
                                new TreeMap<>(record.areas(vote.id(), entry.id()))
                                        .entrySet().stream()
                                                .map(each -> row(
                                                        "roll", each.getKey(),
                                                        "areaDm2",
                                                                each.getValue().areaDm2(),
                                                        "blinding",
                                                                each.getValue()
                                                                        .blinding()
                                                                        .toString()))
                                                .toList()))
                .toList();
    }

    static String room(FrozenRoll.PartLine part) {
        return part.building() + (part.unit().isEmpty() ? "" : " " + part.unit()) + " " + part.room();
    }

    private static Map<String, Object> ballot(FullRecord.Opened ballot) {
        String serial = ballot.serial();
        return row(
                "leaf", ballot.leafNo(),
                "entry", ballot.entry(),
                "attempt", ballot.attempt(),
                "channel", ballot.channel().name(),
                "serial", serial == null ? "" : serial,
                "receivedAt", ballot.receivedAt().toString(),
                "annulled", ballot.annulled(),
                "answers",
                        ballot.answers().entrySet().stream()
                                .map(each -> row(
                                        "decision", each.getKey(),
                                        "answer", each.getValue().kind().name(),
                                        "options", List.copyOf(each.getValue().options())))
                                .toList(),
                "openings", ballot.openings().stream().map(EditionFile::opening).toList());
    }

    private static Map<String, Object> opening(BallotOpening opening) {
        return row(
                "decision", opening.decision(),
                "column", opening.column(),
                "heads", opening.opening().heads(),
                "areaDm2", opening.opening().areaDm2(),
                "blinding", opening.opening().blinding().toString());
    }

    /** Names and values by turns, in this order. */
    private static Map<String, Object> row(Object... fields) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            row.put(fields[i].toString(), fields[i + 1]);
        }
        return row;
    }

    private static byte[] json(Mark mark, String name, Object content) {
        return JsonMapper.shared()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsBytes(row("edition", mark.line(), "order", mark.order(), name, content));
    }

    private static byte[] zip(Map<String, byte[]> contents, Mark mark) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            zip.setComment(mark.line());
            for (Map.Entry<String, byte[]> file : contents.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTime(mark.at().toEpochMilli());
                entry.setComment(mark.line());
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
