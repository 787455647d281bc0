package org.linli.decisions.drafting.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.Vote;
import org.linli.decisions.VotePageSection;
import org.linli.decisions.drafting.Posting;
import org.linli.decisions.drafting.Version;
import org.linli.decisions.drafting.VoteOrder;
import org.linli.platform.web.QrCode;

/**
 * @param order what voided it, null otherwise
 * @param moves extensions of the window, newest first
 * @param sections by other parts of the feature
 */
public record PublicVotePage(
        Vote vote,
        String place,
        @Nullable VoteOrder order,
        List<Version> moves,
        List<Posting> postings,
        List<VotePageSection.Section> sections,
        String address,
        QrCode qr) {}
