package org.linli.decisions.casting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.decisions.casting.OpenedVote.agree;
import static org.linli.decisions.testing.VoteFixtures.yesNo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.decisions.testing.VoteFixtures;
import org.linli.publishing.ledger.RecordId;
import org.linli.publishing.ledger.Records;
import org.linli.rules.decisions.matters.Matter;
import org.linli.testing.LinliTest;
import org.linli.testing.SmallDisk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * The disk below ballots and record is full in the middle of a vote: whoever casts then is told that nothing is stored, what was
 * acknowledged stays, and once there is room again everything goes on as if nothing had been.
 */
@LinliTest
class DiskFullTests {

    private static final int FLATS = 120;

    @Autowired
    ApplicationContext context;

    @Autowired
    Ballots ballots;

    @Autowired
    Records records;

    private VoteFixtures fixtures;

    @BeforeEach
    void fixtures() {
        fixtures = VoteFixtures.in(context);
    }

    @AfterEach
    void restored() {
        fixtures.restoreTime();
    }

    @Test
    void nothingAcknowledgedIsLostAndCastingGoesOnWhenThereIsRoomAgain() {
        OpenedVote open = OpenedVote.of(context, fixtures, FLATS, yesNo(1, Matter.OTHER_MAJOR, "是否同意在小区北门增设人行出入口？"));
        Map<Integer, CastResult.Receipt> acknowledged = new TreeMap<>();
        List<Integer> refused = new ArrayList<>();
        try (SmallDisk disk = SmallDisk.below("linli.ballot", "linli.ledger_leaf", "linli.ledger_head")) {
            disk.fill();
            for (int entry = 0; entry < FLATS; entry++) {
                try {
                    acknowledged.put(entry, ((CastResult.Cast) ballots.cast(open.ballot(entry, agree()))).receipt());
                } catch (NotStored told) {
                    refused.add(entry);
                }
            }
            assertThat(refused).as("the disk was full").isNotEmpty();
            disk.empty();

            acknowledged.forEach((entry, receipt) -> assertThat(ballots.cast(open.ballot(entry, agree())))
                    .isEqualTo(new CastResult.AlreadyCast(receipt, true)));
            refused.forEach(entry -> assertThat(ballots.cast(open.ballot(entry, agree())))
                    .as("entry %d, again", entry)
                    .isInstanceOf(CastResult.Cast.class));
        }
        assertThat(ballots.listAfter(open.id(), -1)).hasSize(FLATS);
        RecordId record = GroupCommit.record(open.id());
        assertThat(ballots.listAfter(open.id(), -1))
                .extracting(Ballots.Line::leafNo)
                .doesNotHaveDuplicates()
                .allMatch(place -> records.leaf(record, place).isPresent());
    }
}
