package org.linli.decisions.reach;

import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.linli.decisions.VoteId;
import org.linli.decisions.casting.CastRequest;
import org.linli.decisions.casting.CastResult;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A box and a record without cryptography: rows and keys as the real ones write them, one ballot a transaction. */
@Component
class PlainBox implements CastBallots, RecordAppender {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    PlainBox(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public synchronized long append(VoteId vote, byte[] leaf, Runnable rows) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> {
            long number = leaf(vote, "PAPER", leaf);
            rows.run();
            return number;
        }));
    }

    void close(VoteId vote) {
        transaction.executeWithoutResult(status -> leaf(vote, "CLOSE", new byte[] {1}));
    }

    private long leaf(VoteId vote, String kind, byte[] content) {
        long number = jdbc.sql("""
                select count(*) from linli.ledger_leaf where community_id = :community and record_no = :vote
                """)
                .param("community", vote.community().value())
                .param("vote", vote.number())
                .query(Long.class)
                .single();
        jdbc.sql("""
                insert into linli.ledger_leaf (community_id, record_no, leaf_no, kind, content, leaf_hash)
                values (:community, :vote, :number, :kind, :content, :content)
                """)
                .param("community", vote.community().value())
                .param("vote", vote.number())
                .param("number", number)
                .param("kind", kind)
                .param("content", content)
                .update();
        return number;
    }

    @Override
    public synchronized CastResult cast(CastRequest request) {
        Optional<CastResult.Receipt> known = receipt(request.vote(), request.entry(), 1);
        return known.isPresent()
                ? new CastResult.AlreadyCast(known.get(), false)
                : new CastResult.Cast(java.util.Objects.requireNonNull(transaction.execute(status -> store(request))));
    }

    private CastResult.Receipt store(CastRequest request) {
        long leaf = leaf(request.vote(), "BALLOT", HexFormat.of().parseHex(request.entry()));
        String serial = request.serial();
        jdbc.sql("""
                insert into linli.ballot (community_id, vote_no, entry_id, attempt, leaf_no, sealed_choice, channel, home_no,
                                          owner_no, cast_account, device, serial, session_no, received_at)
                values (:community, :vote, decode(:entry, 'hex'), 1, :leaf, :choice, :channel, :home, :owner, :account, :device,
                        :serial, :session, :at)
                """)
                .param("community", request.vote().community().value())
                .param("vote", request.vote().number())
                .param("entry", request.entry())
                .param("leaf", leaf)
                .param("choice", AnswerText.write(request.answers()).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .param("channel", request.channel().name())
                .param("home", request.homeNo())
                .param("owner", request.ownerNo())
                .param("account", request.account())
                .param("device", request.device())
                .param("serial", serial == null ? null : HexFormat.of().parseHex(serial))
                .param("session", request.session())
                .param("at", request.receivedAt().atOffset(ZoneOffset.UTC))
                .update();
        return new CastResult.Receipt(leaf, leaf + 1, "00", request.receivedAt(), "00");
    }

    @Override
    public Optional<CastResult.Receipt> receipt(VoteId vote, String entry, int attempt) {
        return jdbc.sql("""
                select leaf_no, received_at from linli.ballot
                where community_id = :community and vote_no = :vote and entry_id = decode(:entry, 'hex') and attempt = :attempt
                """)
                .param("community", vote.community().value())
                .param("vote", vote.number())
                .param("entry", entry)
                .param("attempt", attempt)
                .query((row, n) -> new CastResult.Receipt(
                        row.getLong("leaf_no"),
                        row.getLong("leaf_no") + 1,
                        "00",
                        row.getObject("received_at", java.time.OffsetDateTime.class).toInstant(),
                        "00"))
                .optional();
    }
}
