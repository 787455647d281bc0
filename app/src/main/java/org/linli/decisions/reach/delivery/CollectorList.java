package org.linli.decisions.reach.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a collector carries from door to door in one building: who has the ballot, whose ballot is in. Never what it says.
 *
 * @param building as painted
 * @param homes by stairwell and room
 */
public record CollectorList(int buildingNo, String building, List<Home> homes) {
    public CollectorList {
        homes = List.copyOf(homes);
    }

    /**
     * @param way how the ballot reached the home itself, null when it has not
     * @param delivery the number of that delivery, 0 without one
     * @param isReached whether the owner is reached, here or at another home
     * @param hasVoted whether the owner's ballot is in
     */
    public record Home(
            int homeNo,
            String unit,
            String room,
            String kind,
            @Nullable Way way,
            int delivery,
            boolean isReached,
            boolean hasVoted) {}

    public long reached() {
        return homes.stream().filter(Home::isReached).count();
    }

    public long voted() {
        return homes.stream().filter(Home::hasVoted).count();
    }
}
