package org.linli.decisions.roll.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.Vote;
import org.linli.decisions.roll.Challenges.Challenge;
import org.linli.decisions.roll.FrozenRoll;
import org.linli.decisions.roll.OwnersView;

/**
 * The roll for an owner of the area.
 *
 * @param roll null before the freeze
 * @param own the own entries, opened
 * @param building the building whose rooms are shown
 * @param mine the own challenges
 * @param challengeDays first and last day for challenges
 * @param mayChallenge whether today is one of them
 * @param refused text key of why nothing was stored, null when nothing was refused
 * @param typed the challenge as typed
 * @param typedHome the home that was chosen with it, 0 for the roll as a whole
 */
public record MyRollPage(
        Vote vote,
        @Nullable FrozenRoll roll,
        List<OwnersView.Own> own,
        int building,
        List<Challenge> mine,
        List<LocalDate> challengeDays,
        boolean mayChallenge,
        @Nullable String refused,
        String typed,
        int typedHome) {

    public String path() {
        return "/my/votes/" + vote.id() + "/roll";
    }

    public List<OwnersView.Building> buildings() {
        return roll == null ? List.of() : OwnersView.buildings(roll);
    }

    public List<FrozenRoll.PartLine> parts() {
        return roll == null ? List.of() : OwnersView.parts(roll, building);
    }

    public List<OwnersView.Sum> sums() {
        return roll == null ? List.of() : OwnersView.sums(roll);
    }

    public static String label(FrozenRoll.PartLine part) {
        return RollPage.label(part.building(), part.unit(), part.room());
    }
}
