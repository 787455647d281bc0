package org.linli.platform.ids;

/** A residential community 住宅小区. @param value positive, never reused */
public record CommunityId(long value) {
    public CommunityId {
        if (value <= 0) {
            throw new IllegalArgumentException("not a community id: " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
