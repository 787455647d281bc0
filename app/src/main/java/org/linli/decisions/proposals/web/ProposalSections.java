package org.linli.decisions.proposals.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.proposals.Proposal;
import org.linli.decisions.proposals.Proposals;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.sections.PageSections;
import org.linli.platform.web.Texts;
import org.springframework.stereotype.Component;

/** Proposals on the page of a community and in its file: the matter, the count and the day, never who signed. */
@Component
class ProposalSections implements PageSections {

    private static final List<Role> DESK = List.of(Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER);

    private final Proposals proposals;

    ProposalSections(Proposals proposals) {
        this.proposals = proposals;
    }

    @Override
    public List<Section> ofCity(Texts texts) {
        return List.of();
    }

    @Override
    public List<Section> ofCommunity(CommunityId community, Texts texts) {
        return section(proposals.list(community, RowScope.everything()), "/communities/" + community, null, texts);
    }

    @Override
    public List<Section> ofFile(CommunityId community, Viewer viewer, RowScope rows, Texts texts) {
        List<Proposal> found = proposals.list(community, rows);
        if (!DESK.contains(viewer.role())) {
            return section(found, "/registry/communities/" + community, null, texts);
        }
        String desk = "/desk/communities/" + community + "/proposals";
        return section(found, desk, new Line(texts.t("proposals.desk"), "", desk), texts);
    }

    private static List<Section> section(List<Proposal> found, String href, @Nullable Line more, Texts texts) {
        if (found.isEmpty()) {
            return List.of();
        }
        return List.of(new Section(
                texts.t("proposals.title"),
                found.stream()
                        .map(proposal -> new Line(
                                texts.of("proposals.kind", proposal.kind()) + " · " + matter(proposal, texts),
                                texts.t(
                                        "proposals.count",
                                        proposal.signed(),
                                        proposal.heads(),
                                        proposal.needed(),
                                        texts.date(proposal.countedOn())),
                                href))
                        .toList(),
                "",
                more));
    }

    /** What was taken down is not read any more, and why. */
    private static String matter(Proposal proposal, Texts texts) {
        String ended = proposal.ended();
        if (ended != null) {
            return texts.t("proposals.ended", ended);
        }
        return proposal.lapsed()
                ? proposal.matter() + " · " + texts.t("proposals.lapsed", texts.date(proposal.signedUntil()))
                : proposal.matter();
    }
}
