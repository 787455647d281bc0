package org.linli.decisions.drafting.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.Initiator;
import org.linli.decisions.drafting.DraftTemplate;
import org.linli.decisions.drafting.Drafts;
import org.linli.decisions.drafting.TermsForm;
import org.linli.figures.AsOf;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.settings.Portal;
import org.linli.platform.web.Frames;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Texts;
import org.linli.platform.web.Views;
import org.linli.registry.Communities;
import org.linli.registry.CommunityFile;
import org.linli.registry.CommunityFilter;
import org.linli.registry.CommunityList;
import org.linli.registry.Fields;
import org.linli.registry.Outcome;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Calls a vote: where, from which template, then what the notice says. Several communities make a batch. */
@Controller
class CallController {

    private static final int CHOICES = 50;
    private static final int WINDOW_DAYS = 14;

    private final Drafts drafts;
    private final Communities communities;
    private final Organisers organisers;
    private final Portal portal;
    private final Frames frames;

    CallController(Drafts drafts, Communities communities, Organisers organisers, Portal portal, Frames frames) {
        this.drafts = drafts;
        this.communities = communities;
        this.organisers = organisers;
        this.portal = portal;
        this.frames = frames;
    }

    @Scoped(
            value = "list",
            roles = {Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER})
    @GetMapping("/desk/votes/new")
    ModelAndView ask(
            @RequestParam(defaultValue = "") List<Long> community,
            @RequestParam(defaultValue = "") String template,
            @RequestParam(defaultValue = "") String text,
            Viewer viewer,
            HttpServletRequest request) {
        List<CommunityFile> chosen = chosen(community, viewer);
        Optional<DraftTemplate> begin = template(template);
        if (chosen.isEmpty() || begin.isEmpty()) {
            return Views.of("decisions/drafting/choose", new ChoosePage(found(text, viewer), chosen, text));
        }
        return form(
                chosen, begin.get(), proposed(begin.get(), viewer, frames.texts(request)), DraftForms.FRESH, viewer);
    }

    @Scoped(
            value = "list",
            roles = {Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER})
    @PostMapping("/desk/votes/new")
    ModelAndView call(
            @RequestParam(defaultValue = "") List<Long> community,
            @RequestParam Map<String, String> typed,
            Viewer viewer,
            HttpServletRequest request) {
        List<CommunityFile> chosen = chosen(community, viewer);
        DraftTemplate begin = template(typed.getOrDefault("template", "")).orElse(DraftTemplate.EMPTY);
        if (chosen.isEmpty()) {
            return Views.redirect("/desk/votes/new");
        }
        TermsForm terms = TermsForm.read(typed, 1);
        Fields fields = new Fields(typed);
        Initiator initiator = fields.requiredChoice("initiator", Initiator.class);
        if (terms.terms() == null
                || !fields.isSound()
                || !Organisers.initiators(viewer).contains(initiator)) {
            return form(chosen, begin, typed, terms.terms() == null ? terms.refused() : fields.refused(), viewer);
        }
        Outcome outcome = drafts.call(
                new Drafts.Call(
                        chosen.stream().map(CommunityFile::id).toList(),
                        chosen.stream()
                                .map(file -> file.base().division().value())
                                .toList(),
                        initiator,
                        fields.flag("rehearsal"),
                        terms.terms(),
                        begin.items(frames.texts(request))),
                Organisers.by(viewer));
        return outcome instanceof Outcome.Stored(String id)
                ? Views.redirect("/desk/votes/" + id + "/draft")
                : form(chosen, begin, typed, outcome, viewer);
    }

    private ModelAndView form(
            List<CommunityFile> chosen,
            DraftTemplate begin,
            Map<String, String> typed,
            Outcome outcome,
            Viewer viewer) {
        FormBuilder form = DraftForms.call("/desk/votes/new", typed, outcome, Organisers.initiators(viewer))
                .hidden("template", begin.name());
        return Views.of("decisions/drafting/call", new CallPage(chosen, begin, form.build()));
    }

    private Map<String, String> proposed(DraftTemplate begin, Viewer viewer, Texts texts) {
        LocalDate notice = Drafts.proposedNotice(organisers.today());
        LocalDate opens = notice.plusDays(15);
        Map<String, String> typed = new HashMap<>();
        typed.put("title", begin.title(texts));
        typed.put("body", begin.body(texts));
        typed.put("notice_on", notice.toString());
        typed.put("opens_on", opens.toString());
        typed.put("last_day", opens.plusDays(WINDOW_DAYS - 1).toString());
        typed.put("owner_sets", "SAME_SET");
        typed.put("blanks", "ABSTAIN");
        typed.put("deemed_policy", "NONE");
        typed.put("initiator", Organisers.initiators(viewer).getFirst().name());
        return typed;
    }

    /** @throws NotFound if one of them lies beyond the viewer's scope */
    private List<CommunityFile> chosen(List<Long> ids, Viewer viewer) {
        return ids.stream().distinct().map(id -> file(id, viewer)).toList();
    }

    private CommunityFile file(@Nullable Long id, Viewer viewer) {
        if (id == null || id <= 0) {
            throw new NotFound();
        }
        return communities
                .find(new CommunityId(id), AsOf.day(organisers.today()), organisers.scope(viewer))
                .orElseThrow(NotFound::new);
    }

    private CommunityList found(String text, Viewer viewer) {
        DivisionCode within =
                viewer.scope() instanceof Scope.OfDivision(DivisionCode division) ? division : portal.home();
        return communities.list(
                new CommunityFilter(
                        organisers.today(),
                        within,
                        text,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        CHOICES),
                organisers.scope(viewer));
    }

    private static Optional<DraftTemplate> template(String name) {
        return java.util.Arrays.stream(DraftTemplate.values())
                .filter(template -> template.name().equals(name))
                .findFirst();
    }
}
