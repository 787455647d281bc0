package org.linli.decisions.casting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.VoteId;
import org.linli.decisions.casting.CastRequest.Channel;
import org.linli.platform.postgres.OneOrMany;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Ballots and annulments as rows: inserted and read, never changed. */
@Repository
class BallotStore {

    private static final HexFormat HEX = HexFormat.of();

    private static final String COLUMNS = """
            encode(b.entry_id, 'hex') entry, b.attempt, b.leaf_no, b.sealed_choice, b.channel, b.home_no, b.owner_no,
            b.cast_account, b.device, encode(b.serial, 'hex') serial, b.session_no, b.received_at,
            exists (select 1 from linli.ballot_annulment a
                     where a.community_id = b.community_id and a.vote_no = b.vote_no
                       and a.entry_id = b.entry_id and a.attempt = b.attempt) annulled
            """;

    private static final String OF_VOTE = "b.community_id = :community and b.vote_no = :vote";

    private static final String INSERT = """
            insert into linli.ballot (community_id, vote_no, entry_id, attempt, leaf_no, sealed_choice, channel, home_no,
                owner_no, cast_account, device, serial, session_no, received_at)
            select * from unnest(:communities::bigint[], :votes::int[], :entries::bytea[], :attempts::int[], :leaves::bigint[],
                :sealed::bytea[], :channels::text[], :homes::int[], :owners::int[], :accounts::bigint[], :devices::bytea[],
                :serials::bytea[], :sessions::int[], :received::text[]::timestamptz[])
            """;

    private final JdbcClient jdbc;

    BallotStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A stored ballot; its choice still sealed. */
    record Row(
            String entry,
            int attempt,
            long leafNo,
            byte[] sealed,
            Channel channel,
            @Nullable Integer homeNo,
            @Nullable Integer ownerNo,
            @Nullable Long account,
            byte @Nullable [] device,
            @Nullable String serial,
            @Nullable Integer session,
            Instant receivedAt,
            boolean annulled) {}

    /** A ballot to be stored, with its place in the record. */
    record NewBallot(CastRequest request, int attempt, long leafNo, byte[] sealed) {}

    /** Every attempt of these entries, oldest first. */
    List<Row> ofEntries(VoteId vote, Collection<String> entries) {
        byte[][] keys = entries.stream().map(HEX::parseHex).toArray(byte[][]::new);
        return jdbc.sql("select " + COLUMNS + " from linli.ballot b where " + OF_VOTE + " and "
                        + OneOrMany.sql("b.entry_id", "entries", keys) + " order by b.attempt")
                .param("community", vote.community().value())
                .param("vote", vote.number())
                .param("entries", OneOrMany.value(keys))
                .query((row, n) -> row(row))
                .list();
    }

    /** Every attempt of a vote behind a place in the record, in the record's order. */
    List<Row> after(VoteId vote, long leafNo) {
        return jdbc.sql("select " + COLUMNS + " from linli.ballot b where " + OF_VOTE
                        + " and b.leaf_no > :leaf order by b.leaf_no")
                .param("community", vote.community().value())
                .param("vote", vote.number())
                .param("leaf", leafNo)
                .query((row, n) -> row(row))
                .list();
    }

    /** The ballot at a place of the record. */
    Optional<Row> at(VoteId vote, long leafNo) {
        return jdbc.sql("select " + COLUMNS + " from linli.ballot b where " + OF_VOTE + " and b.leaf_no = :leaf")
                .param("community", vote.community().value())
                .param("vote", vote.number())
                .param("leaf", leafNo)
                .query((row, n) -> row(row))
                .optional();
    }

    Optional<Row> find(VoteId vote, String entry, int attempt) {
        return ofEntries(vote, List.of(entry)).stream()
                .filter(row -> row.attempt == attempt)
                .findFirst();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("entry"),
                row.getInt("attempt"),
                row.getLong("leaf_no"),
                row.getBytes("sealed_choice"),
                Channel.valueOf(row.getString("channel")),
                row.getObject("home_no", Integer.class),
                row.getObject("owner_no", Integer.class),
                row.getObject("cast_account", Long.class),
                row.getBytes("device"),
                row.getString("serial"),
                row.getObject("session_no", Integer.class),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("annulled"));
    }

    /** Many ballots, of any votes, in one statement. */
    void insert(List<NewBallot> ballots) {
        int size = ballots.size();
        Long[] communities = new Long[size];
        Integer[] votes = new Integer[size];
        byte[][] entries = new byte[size][];
        Integer[] attempts = new Integer[size];
        Long[] leaves = new Long[size];
        byte[][] sealed = new byte[size][];
        String[] channels = new String[size];
        @Nullable Integer[] homes = new Integer[size];
        @Nullable Integer[] owners = new Integer[size];
        @Nullable Long[] accounts = new Long[size];
        byte @Nullable [][] devices = new byte[size][];
        byte @Nullable [][] serials = new byte[size][];
        @Nullable Integer[] sessions = new Integer[size];
        // As text: the driver knows no array of times.
        String[] received = new String[size];
        for (int i = 0; i < size; i++) {
            NewBallot ballot = ballots.get(i);
            CastRequest request = ballot.request;
            String serial = request.serial();
            communities[i] = request.vote().community().value();
            votes[i] = request.vote().number();
            entries[i] = HEX.parseHex(request.entry());
            attempts[i] = ballot.attempt;
            leaves[i] = ballot.leafNo;
            sealed[i] = ballot.sealed;
            channels[i] = request.channel().name();
            homes[i] = request.homeNo();
            owners[i] = request.ownerNo();
            accounts[i] = request.account();
            devices[i] = request.device();
            serials[i] = serial == null ? null : HEX.parseHex(serial);
            sessions[i] = request.session();
            received[i] = request.receivedAt().toString();
        }
        jdbc.sql(INSERT)
                .param("communities", communities)
                .param("votes", votes)
                .param("entries", entries)
                .param("attempts", attempts)
                .param("leaves", leaves)
                .param("sealed", sealed)
                .param("channels", channels)
                .param("homes", homes)
                .param("owners", owners)
                .param("accounts", accounts)
                .param("devices", devices)
                .param("serials", serials)
                .param("sessions", sessions)
                .param("received", received)
                .update();
    }
}
