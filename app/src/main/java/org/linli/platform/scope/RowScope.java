package org.linli.platform.scope;

import java.util.Map;
import java.util.Optional;
import org.linli.platform.ids.DivisionCode;

/**
 * Which community rows a query may touch, as parameters of the query itself.
 *
 * <p>Every statement over community rows ends in {@link #SQL} and binds {@link #parameters()}; what lies outside is not
 * found, exactly as if it did not exist.
 *
 * @param divisionPattern a {@code like} pattern over the community's division code; empty matches none
 * @param communities community ids seen beside the pattern
 */
public record RowScope(String divisionPattern, Long[] communities) {

    /** Expects the alias {@code c} to have {@code division_code} and {@code community_id}. */
    public static final String SQL = "(c.division_code like :scopePattern or c.community_id = any(:scopeCommunities))";

    /** Rows that anyone may see: for public pages only. */
    public static RowScope everything() {
        return new RowScope("%", new Long[0]);
    }

    public static RowScope nothing() {
        return new RowScope("", new Long[0]);
    }

    /** Whether the scope of divisions lies in this division, or this division in it. */
    public boolean touches(DivisionCode division) {
        String governed = governed();
        return !divisionPattern.isEmpty()
                && (division.value().startsWith(governed) || governed.startsWith(division.value()));
    }

    /** The part of a division that the scope reaches: the whole, or the scope's own division in it; empty where it does not touch it. */
    public Optional<DivisionCode> within(DivisionCode division) {
        if (!touches(division)) {
            return Optional.empty();
        }
        String governed = governed();
        return Optional.of(governed.length() > division.value().length() ? new DivisionCode(governed) : division);
    }

    private String governed() {
        return divisionPattern.replace("%", "");
    }

    public Map<String, Object> parameters() {
        return Map.of("scopePattern", divisionPattern, "scopeCommunities", communities);
    }
}
