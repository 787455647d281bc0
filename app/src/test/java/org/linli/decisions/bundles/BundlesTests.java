package org.linli.decisions.bundles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteState;
import org.linli.decisions.Votes;
import org.linli.decisions.casting.Denials;
import org.linli.decisions.counting.CountSheet;
import org.linli.decisions.counting.Counting;
import org.linli.decisions.roll.Rolls;
import org.linli.decisions.testing.RecountVote;
import org.linli.decisions.testing.VoteFixtures;
import org.linli.ledger.bundle.Bundle;
import org.linli.ledger.bundle.BundleCheck;
import org.linli.ledger.bundle.BundleReader;
import org.linli.platform.files.FileStore;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScope;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A bundle announces what two witnesses signed, and nothing else. */
@LinliTest
class BundlesTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    Bundles bundles;

    @Autowired
    Counting counting;

    @Autowired
    Denials denials;

    @Autowired
    Rolls rolls;

    @Autowired
    FileStore files;

    VoteFixtures fixtures;
    RecountVote recount;

    @BeforeEach
    void aCountedVote() {
        fixtures = VoteFixtures.in(context);
        recount = RecountVote.open(context, fixtures, 3).agreed(2).closed().counted();
    }

    @AfterEach
    void restored() {
        fixtures.restoreTime();
    }

    /** Two of three heads took part; without one of them the decision has too few. */
    @Test
    void whatIsRuledAfterACountWaitsForTheNextSignedOne() throws IOException {
        String signed = bundles.current(recount.vote()).orElseThrow();
        assertThat(announced(signed)).isEqualTo("PASSED");

        annulTheFirst();
        assertThat(bundles.current(recount.vote()))
                .as("nobody has signed what it comes to now")
                .hasValue(signed);

        counting.count(recount.vote(), new Votes.By("测试员", 1L));
        assertThat(bundles.current(recount.vote())).as("counted, not signed").hasValue(signed);
        CountSheet again = counting.list(recount.vote().id()).getLast();
        counting.sign(recount.vote(), again.number(), recount.viewer(Role.COMMUNITY_WORKER));
        counting.sign(recount.vote(), again.number(), recount.viewer(Role.STREET));

        String next = bundles.current(recount.vote()).orElseThrow();
        assertThat(next).isNotEqualTo(signed);
        assertThat(announced(next)).isEqualTo("NO_VALID_DECISION");
        assertThat(announced(signed)).as("the old one is kept").isEqualTo("PASSED");
    }

    private void annulTheFirst() {
        Vote vote = recount.vote();
        assertThat(vote.state()).isIn(VoteState.PRELIMINARY, VoteState.OBJECTION);
        String entry = rolls.current(vote.id()).ofHome(1).orElseThrow().id();
        denials.deny(vote.id(), entry, 1, Denials.Kind.NOT_ME, "不是我", 9L, "王**");
        Denials.Denial denial = denials.list(vote.id(), RowScope.everything()).getFirst();
        denials.rule(vote, denial, true, "签名不符", "街道", 1L);
    }

    private String announced(String hash) throws IOException {
        try (FileStore.Copy copy = files.open(hash)) {
            Bundle bundle = BundleReader.read(Files.newInputStream(copy.path()));
            assertThat(BundleCheck.check(bundle, List.of()).findings()).isEmpty();
            return bundle.declared().getFirst().outcomes().getFirst();
        }
    }
}
