package org.linli.decisions.reach.assistance;

import org.linli.decisions.reach.Actor;

/**
 * A registered place, or a pair that visits homes.
 *
 * @param place as posted, such as 社区服务中心一楼
 * @param hours as posted
 * @param first one of the two named staff
 * @param second the other one
 */
public record VotingPoint(int number, Kind kind, String place, String hours, Staff first, Staff second) {

    /** Where it takes place. */
    public enum Kind {
        POINT,
        HOME_VISIT
    }

    /** @param name as recorded when the point was registered */
    public record Staff(long account, String name) {}

    boolean isOf(Actor actor) {
        return actor.account() == first.account() || actor.account() == second.account();
    }
}
