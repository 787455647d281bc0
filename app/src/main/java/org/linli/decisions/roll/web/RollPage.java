package org.linli.decisions.roll.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.Vote;
import org.linli.decisions.drafting.web.DeskFrame;
import org.linli.decisions.roll.Challenges.Challenge;
import org.linli.decisions.roll.FrozenRoll;
import org.linli.decisions.roll.ReadinessReport;

/**
 * The roll at the desk of a vote.
 *
 * @param frame what surrounds it
 * @param report what is known and what is not, null once the roll is frozen
 * @param editions every version, oldest first; empty before the freeze
 * @param challengeDays first and last day for challenges
 * @param mayAct whether this viewer organises
 * @param linksRegister whether this viewer may open the register
 * @param refused text key of why nothing was stored, null when nothing was refused
 * @param typed what was typed, by field
 */
public record RollPage(
        Vote vote,
        DeskFrame frame,

        @Nullable ReadinessReport report,
        List<FrozenRoll.Edition> editions,
        List<Challenge> challenges,
        Map<Integer, String> rooms,
        List<LocalDate> challengeDays,
        boolean mayAct,
        boolean linksRegister,
        @Nullable String refused,
        Map<String, String> typed) {

    /** The most lines of one kind that the page shows; the register shows the rest. */
    public static final int SHOWN = 100;

    public String path() {
        return "/desk/votes/" + vote.id() + "/roll";
    }

    public String home(int homeNo) {
        return "/registry/communities/" + vote.id().community() + "/homes/" + homeNo;
    }

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    /** The room a challenge is about; empty for the roll as a whole. */
    public String room(Challenge challenge) {
        Integer home = challenge.homeNo();
        return home == null ? "" : rooms.getOrDefault(home, "");
    }

    public static <T> List<T> shown(List<T> lines) {
        return lines.size() > SHOWN ? lines.subList(0, SHOWN) : lines;
    }

    public static String label(ReadinessReport.Place place) {
        return label(place.building(), place.unit(), place.room());
    }

    public static String label(String building, String unit, String room) {
        return unit.isEmpty() ? building + " " + room : building + " " + unit + "-" + room;
    }
}
