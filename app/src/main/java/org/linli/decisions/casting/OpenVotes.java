package org.linli.decisions.casting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteId;
import org.linli.decisions.Votes;
import org.linli.decisions.roll.FrozenRoll;
import org.linli.decisions.roll.Rolls;
import org.linli.decisions.roll.Sealing;
import org.linli.decisions.roll.VoteSecret;
import org.linli.decisions.roll.VoteSecrets;
import org.linli.ledger.BallotSealer;
import org.linli.ledger.DecisionSpec;
import org.linli.ledger.RollSeal;
import org.linli.ledger.VoteKey;
import org.linli.platform.scope.RowScope;
import org.linli.publishing.ledger.Records;
import org.springframework.stereotype.Component;

/** Votes that take ballots, kept ready as long as neither their terms, their roll nor their state moved. */
@Component
class OpenVotes {

    private static final int MOST = 200;

    private record Ready(int version, int rollVersion, org.linli.decisions.VoteState state, OpenVote vote) {}

    private final Box box;
    private final Votes votes;
    private final Rolls rolls;
    private final VoteSecrets secrets;
    private final Records records;
    private final Map<VoteId, Ready> ready = new ConcurrentHashMap<>();

    OpenVotes(Box box, Votes votes, Rolls rolls, VoteSecrets secrets, Records records) {
        this.box = box;
        this.votes = votes;
        this.rolls = rolls;
        this.secrets = secrets;
        this.records = records;
    }

    /** Empty while no roll is frozen, and for what is no vote. */
    Optional<OpenVote> find(VoteId id) {
        Optional<Box.Now> now = box.now(id).filter(found -> found.rollVersion() > 0);
        if (now.isEmpty()) {
            return Optional.empty();
        }
        Ready known = ready.get(id);
        if (known == null
                || known.version != now.get().version()
                || known.rollVersion != now.get().rollVersion()
                || known.state != now.get().state()) {
            if (ready.size() >= MOST) {
                ready.clear();
            }
            known = new Ready(
                    now.get().version(), now.get().rollVersion(), now.get().state(), open(id));
            ready.put(id, known);
        }
        return Optional.of(known.vote);
    }

    /** The vote as last seen, without asking the database; the record's lock asks it in any case. */
    Optional<OpenVote> known(VoteId id) {
        Ready known = ready.get(id);
        return known == null ? find(id) : Optional.of(known.vote);
    }

    void forget(VoteId id) {
        ready.remove(id);
    }

    private OpenVote open(VoteId id) {
        Vote vote = votes.find(id, RowScope.everything()).orElseThrow();
        FrozenRoll roll = rolls.current(id);
        VoteSecret secret = secrets.get(id);
        List<RollSeal> seals = roll.rolls().keySet().stream()
                .map(rollNo -> Sealing.seal(vote, secret, roll, rollNo))
                .toList();
        List<DecisionSpec> specs = vote.items().stream().map(BallotPapers::spec).toList();
        BallotSealer sealer = new BallotSealer(Records.SUITE, VoteKey.parse(vote.key()), secret.vote(), seals, specs);
        return new OpenVote(vote, roll, seals, sealer, new ChoiceSeal(secret.choices()), records);
    }
}
