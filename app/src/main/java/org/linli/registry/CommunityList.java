package org.linli.registry;

import java.util.List;
import org.linli.platform.ids.CommunityId;
import org.linli.registry.city.CommunityDay;

/**
 * A page of communities by division and code.
 *
 * @param total rows that match in all
 * @param next key to continue after, empty at the end
 */
public record CommunityList(List<Row> rows, long total, String next) {

    /** @param version last version of the file, for forms @param place the division in words */
    public record Row(CommunityId id, int version, CommunityBase base, String place, CommunityDay day) {
        public String key() {
            return day.division() + "/" + day.code();
        }
    }
}
