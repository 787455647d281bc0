package org.linli.publishing.notices.web;

import java.util.List;
import org.linli.publishing.notices.Notice;
import org.linli.publishing.notices.NoticePlaces;

/** What hangs in a community today. */
public record PublicNoticesPage(NoticePlaces.Place place, List<Notice> notices) {}
