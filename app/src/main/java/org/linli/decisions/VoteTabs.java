package org.linli.decisions;

import java.util.List;
import org.linli.platform.scope.Viewer;

/** Inverted port: a part of the feature adds its page to the tabs of a vote's desk. */
public interface VoteTabs {

    /** The tabs that this viewer may open for this vote now. */
    List<Tab> tabs(Vote vote, Viewer viewer);

    /**
     * @param order place, ascending: draft 100, nominations 150, roll 200, reach 300, paper 400, anomalies 500, count 600
     * @param key text key, which also names the tab that is open
     * @param path below {@code /desk/votes/<vote>}, empty or with a leading slash
     */
    record Tab(int order, String key, String path) implements Comparable<Tab> {
        @Override
        public int compareTo(Tab other) {
            return Integer.compare(order, other.order);
        }
    }
}
