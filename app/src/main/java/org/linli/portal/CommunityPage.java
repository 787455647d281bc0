package org.linli.portal;

import java.util.List;
import org.linli.platform.sections.PageSections;
import org.linli.registry.PublicCommunities;

/** @param sections what features show of the community */
public record CommunityPage(PublicCommunities.Profile profile, List<PageSections.Section> sections) {}
