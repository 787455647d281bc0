package org.linli.registry.web;

import java.util.List;
import org.linli.registry.HistoryEntry;
import org.linli.registry.HomeFile;
import org.linli.registry.HomeLine;

/**
 * One home: what is recorded of it today, and everything that ever was.
 *
 * @param community name of the community
 * @param path of the home
 * @param back its line in the list of homes
 * @param files the documents behind its changes of owners, newest first
 */
public record HomePage(
        String community,
        String path,
        String communityPath,
        String back,
        HomeLine home,
        List<HomeFile> files,
        List<HistoryEntry> history) {}
