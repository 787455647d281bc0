package org.linli.decisions.roll;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.linli.decisions.roll.HomeClaims.HomeClaim;
import org.linli.decisions.roll.RegisterParts.HomeToday;
import org.linli.decisions.roll.VoterEntry.Standing;

class VotersTests {

    private static final FrozenRoll.Entry WANG = entry(false, 1);
    private static final FrozenRoll.Entry COUPLE = entry(false, 1, 2);
    private static final FrozenRoll.Entry DEVELOPER = entry(true, 9);

    private static FrozenRoll.Entry entry(boolean developer, Integer... owners) {
        return new FrozenRoll.Entry("0".repeat(32), developer, List.of(owners), new TreeMap<>(), List.of());
    }

    @Test
    void theOwnerOfTheRecordDayWhoStillOwnsMayVote() {
        assertThat(standing(WANG, 1, Map.of(1, owned(1)))).isEqualTo(Standing.MAY_VOTE);
    }

    @Test
    void afterASaleTheBuyerVotesAndTheSellerDoesNot() {
        Map<Integer, HomeToday> sold = Map.of(1, owned(5));

        assertThat(standing(WANG, 5, sold)).isEqualTo(Standing.MAY_VOTE);
        assertThat(standing(WANG, 1, sold)).isEqualTo(Standing.NOT_AN_OWNER);
    }

    @Test
    void whoSoldOneOfSeveralFlatsKeepsTheOneVote() {
        assertThat(standing(WANG, 5, Map.of(1, owned(5), 2, owned(1)))).isEqualTo(Standing.FORMER_OWNER_KEEPS_IT);
    }

    @Test
    void theCoOwnerWhomAllNamedVotesAndTheOtherDoesNot() {
        Map<Integer, HomeToday> home = Map.of(1, owned(1, 2));

        assertThat(Voters.standing(COUPLE, claim(1), home, Optional.of(2))).isEqualTo(Standing.ANOTHER_WAS_NAMED);
        assertThat(Voters.standing(COUPLE, claim(2), home, Optional.of(2))).isEqualTo(Standing.MAY_VOTE);
        assertThat(Voters.standing(COUPLE, claim(1), home, Optional.empty())).isEqualTo(Standing.MAY_VOTE);
    }

    @Test
    void aFlatDeliveredDuringTheVoteTakesNoVoteFromTheDeveloper() {
        Map<Integer, HomeToday> oneDelivered = Map.of(1, owned(5), 2, new HomeToday(false, Set.of()));

        assertThat(standing(DEVELOPER, 5, oneDelivered)).isEqualTo(Standing.FORMER_OWNER_KEEPS_IT);
        assertThat(standing(DEVELOPER, 5, Map.of(1, owned(5)))).isEqualTo(Standing.MAY_VOTE);
    }

    private static Standing standing(FrozenRoll.Entry entry, int owner, Map<Integer, HomeToday> homes) {
        return Voters.standing(entry, claim(owner), homes, Optional.empty());
    }

    private static HomeClaim claim(int owner) {
        return new HomeClaim(1, owner, "C", "OWNER", false);
    }

    private static HomeToday owned(Integer... owners) {
        return new HomeToday(true, Set.of(owners));
    }
}
