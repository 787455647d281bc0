package org.linli.decisions.counting;

import java.util.Map;
import java.util.Set;
import org.linli.decisions.Vote;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The roll as frozen with the box as opened. */
@Component
class ClosedVote implements CountSource {

    private final RollVoters voters;
    private final ObjectProvider<OpenedBox> boxes;
    private final ObjectProvider<DeliveryProofs> proofs;

    ClosedVote(RollVoters voters, ObjectProvider<OpenedBox> boxes, ObjectProvider<DeliveryProofs> proofs) {
        this.voters = voters;
        this.boxes = boxes;
        this.proofs = proofs;
    }

    @Override
    public CountInput read(Vote vote) {
        Set<String> delivered = proofs.orderedStream()
                .findFirst()
                .map(proof -> proof.delivered(vote.id()))
                .orElse(Set.of());
        return new CountInput(
                voters.version(vote),
                voters.frozen(vote, delivered),
                voters.alternatives(vote, delivered),
                boxes.getObject().counted(vote.id()),
                Map.of());
    }
}
