package org.linli.ledger.bundle;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.linli.ledger.BallotPaper;
import org.linli.ledger.Bytes;
import org.linli.ledger.DecisionKind;
import org.linli.ledger.DecisionSpec;
import org.linli.ledger.Digest;
import org.linli.ledger.MalformedException;
import org.linli.ledger.SignedHead;
import org.linli.ledger.Suite;
import org.linli.ledger.VoteKey;

/** The JSON files of a bundle but {@link OpeningsFormat}, both ways. Fields that are not known are refused. */
final class BundleFormat {
    private static final int MOST_COLUMNS = 2 * DecisionSpec.MOST_OPTIONS;
    private static final Set<String> OUTCOMES = Set.of("PASSED", "REJECTED", "NO_VALID_DECISION");
    private static final int MOST_U16 = 0xffff;

    private BundleFormat() {}

    static Json.Fields json(Bundle bundle) {
        BallotPaper paper = bundle.paper();
        return Json.object(
                "format", Bundle.FORMAT,
                "suite", bundle.suite().number(),
                "vote",
                        Json.object(
                                "key", paper.voteKey(),
                                "community", paper.community(),
                                "title", paper.title(),
                                "opensAtMicros", paper.opensAtMicros(),
                                "deadlineMicros", bundle.deadlineMicros(),
                                "extension", bundle.extension()),
                "rulePack",
                        Json.object(
                                "code", paper.rulePack().code(),
                                "division", paper.rulePack().division(),
                                "noticedOn", paper.rulePack().noticedOn(),
                                "articles", paper.rulePack().articles()),
                "decisions", paper.questions().stream().map(BundleFormat::json).toList(),
                "declared", bundle.declared().stream().map(BundleFormat::json).toList());
    }

    static BallotPaper paper(Json.Fields json) {
        json.only("format", "suite", "vote", "rulePack", "decisions", "declared");
        Json.Fields vote =
                json.object("vote").only("key", "community", "title", "opensAtMicros", "deadlineMicros", "extension");
        Json.Fields pack = json.object("rulePack").only("code", "division", "noticedOn", "articles");
        return shaped(() -> new BallotPaper(
                VoteKey.parse(vote.text("key")),
                vote.text("community"),
                vote.text("title"),
                micros(vote, "opensAtMicros"),
                new BallotPaper.Pack(
                        pack.text("code"),
                        pack.text("division"),
                        pack.text("noticedOn"),
                        each(pack, "articles", Json::asText)),
                each(json, "decisions", BundleFormat::question)));
    }

    static List<Declared> declared(Json.Fields json) {
        return each(json, "declared", value -> {
            Json.Fields declared = value.asObject().only("decision", "outcomes", "chosen", "lots");
            return new Declared(
                    numbered(declared, "decision"),
                    each(declared, "outcomes", BundleFormat::outcome),
                    each(declared, "chosen", BundleFormat::column),
                    each(declared, "lots", BundleFormat::column));
        });
    }

    static long micros(Json.Fields json, String name) {
        long micros = json.number(name);
        if (micros < 0) {
            throw new MalformedException(name + " is negative");
        }
        return micros;
    }

    static int extension(Json.Fields vote) {
        return vote.number("extension", MOST_U16);
    }

    static Json.Fields json(Heads heads) {
        return Json.object(
                "suite", heads.suite().number(),
                "vote", heads.voteKey(),
                "publicKey", heads.publicKey(),
                "heads",
                        heads.heads().stream()
                                .map(head -> Json.object(
                                        "size", head.size(),
                                        "root", head.root(),
                                        "timeMicros", head.timeMicros(),
                                        "signature", head.signature()))
                                .toList());
    }

    static Heads heads(Json.Fields json) {
        json.only("suite", "vote", "publicKey", "heads");
        VoteKey voteKey = VoteKey.parse(json.text("vote"));
        return new Heads(
                Suite.of(json.number("suite", MOST_U16)),
                voteKey,
                Bytes.parse(json.text("publicKey")),
                each(json, "heads", value -> {
                    Json.Fields head = value.asObject().only("size", "root", "timeMicros", "signature");
                    return new SignedHead(
                            voteKey,
                            micros(head, "size"),
                            Digest.parse(head.text("root")),
                            micros(head, "timeMicros"),
                            Bytes.parse(head.text("signature")));
                }));
    }

    private static Json.Fields json(BallotPaper.Question question) {
        DecisionSpec spec = question.spec();
        return Json.object(
                "number", spec.number(),
                "kind", spec.kind().name(),
                "class", question.decisionClass(),
                "title", question.title(),
                "options", question.options(),
                "seats", spec.seats(),
                "rollNo", spec.rollNo(),
                "reducesEven", question.reducesEven(),
                "alternates", question.alternates(),
                "byElection", question.byElection());
    }

    private static BallotPaper.Question question(Json value) {
        Json.Fields json = value.asObject()
                .only(
                        "number",
                        "kind",
                        "class",
                        "title",
                        "options",
                        "seats",
                        "rollNo",
                        "reducesEven",
                        "alternates",
                        "byElection");
        List<String> options = each(json, "options", Json::asText);
        DecisionKind kind = Arrays.stream(DecisionKind.values())
                .filter(each -> each.name().equals(json.text("kind")))
                .findFirst()
                .orElseThrow(() -> new MalformedException("no kind of decision"));
        DecisionSpec spec = new DecisionSpec(
                numbered(json, "number"),
                kind,
                options.size(),
                json.number("seats", DecisionSpec.MOST_OPTIONS),
                numbered(json, "rollNo"));
        return new BallotPaper.Question(
                spec,
                json.text("class"),
                json.text("title"),
                options,
                json.flag("reducesEven"),
                json.flag("alternates"),
                json.flag("byElection"));
    }

    private static Json.Fields json(Declared declared) {
        return Json.object(
                "decision", declared.decision(),
                "outcomes", declared.outcomes(),
                "chosen", declared.chosen(),
                "lots", declared.lots());
    }

    static int column(Json value) {
        long number = value.asNumber();
        if (number < 1 || number > MOST_COLUMNS) {
            throw new MalformedException("no column " + number);
        }
        return (int) number;
    }

    /** Number of a decision or a roll. */
    static int numbered(Json.Fields json, String name) {
        int number = json.number(name, DecisionSpec.MOST_NUMBER);
        if (number == 0) {
            throw new MalformedException(name + " is 0 where counting begins at 1");
        }
        return number;
    }

    private static String outcome(Json value) {
        String outcome = value.asText();
        if (!OUTCOMES.contains(outcome)) {
            throw new MalformedException("no outcome");
        }
        return outcome;
    }

    static <T> List<T> each(Json.Fields json, String name, Function<Json, T> read) {
        return json.list(name).stream().map(read).toList();
    }

    /** What a constructor refuses is refused as part of the file. */
    private static <T> T shaped(Supplier<T> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException e) {
            throw new MalformedException(String.valueOf(e.getMessage()));
        }
    }
}
