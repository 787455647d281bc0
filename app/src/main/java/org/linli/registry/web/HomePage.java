package org.linli.registry.web;

import java.util.List;
import java.util.Map;
import org.linli.registry.HistoryEntry;
import org.linli.registry.HomeFile;
import org.linli.registry.HomeLine;
import org.linli.registry.Occupants;

/**
 * One home: what is recorded of it today, and everything that ever was.
 *
 * @param community name of the community
 * @param path of the home
 * @param back its line in the list of homes
 * @param details what else is recorded of it, by field; names and accounts masked
 * @param files the documents behind its changes of owners, newest first
 * @param occupants who uses it without owning it, the newest first
 */
public record HomePage(
        String community,
        String path,
        String communityPath,
        String back,
        HomeLine home,
        Map<String, String> details,
        List<HomeFile> files,
        List<Occupants.Occupant> occupants,
        List<HistoryEntry> history) {}
