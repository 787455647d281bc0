package org.linli.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.linli.platform.files.DocumentType;
import org.linli.platform.ids.CommunityId;

/**
 * The act by which a company left or a community ended.
 *
 * @param number ascending from 1
 * @param on first day on which it is no longer there
 * @param into the community that it is now a part of
 * @param hash SHA-256 of the paper that shows it
 */
public record Ending(
        int number,
        Kind kind,
        LocalDate on,
        Optional<CommunityId> into,
        String note,
        String hash,
        DocumentType type,
        String by,
        Instant at) {

    /** What happened. */
    public enum Kind {
        /** 退出: the company no longer works in the city. */
        LEFT,
        /** 注销: the company exists no longer. */
        CANCELLED,
        /** 拆迁灭失. */
        DEMOLISHED,
        /** 并入另一小区. */
        MERGED
    }
}
