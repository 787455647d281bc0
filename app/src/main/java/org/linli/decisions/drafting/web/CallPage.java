package org.linli.decisions.drafting.web;

import java.util.List;
import org.linli.decisions.drafting.DraftTemplate;
import org.linli.registry.CommunityFile;

/** Prepared for its template. */
public record CallPage(List<CommunityFile> communities, DraftTemplate template, VoteForm form) {}
