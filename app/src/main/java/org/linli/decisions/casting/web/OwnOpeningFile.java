package org.linli.decisions.casting.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.linli.decisions.Vote;
import org.linli.decisions.casting.Ballots;
import org.linli.decisions.casting.OwnBallot;
import org.linli.ledger.BallotOpening;
import org.linli.ledger.Bytes;
import org.linli.ledger.Leaf;
import org.linli.publishing.ledger.Records;
import tools.jackson.databind.json.JsonMapper;

/** The opening of an own ballot as a file to keep: with it and the public bundle anybody sees the choice. Form: docs/recount.md 9.3. */
final class OwnOpeningFile {

    private OwnOpeningFile() {}

    static byte[] of(Vote vote, Ballots.Line ballot, OwnBallot own) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("suite", Records.SUITE.number());
        file.put("vote", vote.key());
        file.put("leaf", ballot.leafNo());
        file.put("entry", ballot.entry());
        file.put("attempt", ballot.attempt());
        file.put(
                "columns",
                own.openings().stream().map(one -> column(own.leaf(), one)).toList());
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(file);
    }

    private static Map<String, Object> column(Leaf.Ballot leaf, BallotOpening opened) {
        Map<String, Object> column = new LinkedHashMap<>();
        column.put("decision", opened.decision());
        column.put("column", opened.column());
        column.put("commitment", commitment(leaf, opened).toString());
        column.put("heads", opened.opening().heads());
        column.put("areaDm2", opened.opening().areaDm2());
        column.put("blinding", opened.opening().blinding().toString());
        return column;
    }

    private static Bytes commitment(Leaf.Ballot leaf, BallotOpening opened) {
        List<Leaf.OptionProof> columns = leaf.parts().stream()
                .filter(part -> part.decision() == opened.decision())
                .findFirst()
                .orElseThrow()
                .options();
        return columns.get(opened.column() - 1).commitment();
    }
}
