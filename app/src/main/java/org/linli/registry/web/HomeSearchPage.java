package org.linli.registry.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.registry.HomeSearch;

/**
 * What was looked for and found.
 *
 * @param community its name; empty for everywhere
 * @param path of the community; empty for everywhere
 * @param room as typed
 * @param searched whether anything was looked for
 */
public record HomeSearchPage(
        String community, String path, String room, Asked asked, boolean searched, List<HomeSearch.Hit> hits) {

    /**
     * A search for a person.
     *
     * @param who as typed; only ever on the page that answers the form
     * @param why null while no reason was chosen
     * @param sent whether the form was sent at all
     */
    public record Asked(HomeSearch.Key key, String who, HomeSearch.@Nullable Reason why, boolean sent) {

        static final Asked NOTHING = new Asked(HomeSearch.Key.NAME, "", null, false);
        static final Asked EVERYWHERE = new Asked(HomeSearch.Key.ID_NUMBER, "", null, false);

        boolean isLacking() {
            return who.isBlank() || why == null;
        }

        HomeSearch.Reason whyOrThrow() {
            if (why == null) {
                throw new IllegalStateException("a search for a person without a reason");
            }
            return why;
        }
    }

    public boolean isEverywhere() {
        return path.isEmpty();
    }

    public List<HomeSearch.Key> keys() {
        return Arrays.stream(HomeSearch.Key.values())
                .filter(key -> !isEverywhere() || key.reachesFar())
                .toList();
    }

    public boolean lacks() {
        return asked.sent()
                && (asked.isLacking() || isEverywhere() && !asked.key().reachesFar());
    }

    public boolean tooMany() {
        return hits.stream().anyMatch(hit -> hit.homes().size() > HomeSearch.MOST);
    }

    public boolean isEmpty() {
        return hits.stream().allMatch(hit -> hit.homes().isEmpty());
    }

    public String action() {
        return isEverywhere() ? "/registry/owner-search" : path + "/homes/search";
    }
}
