package org.linli.registry.claims.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.settings.Portal;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Views;
import org.linli.registry.PublicCommunities;
import org.linli.registry.claims.ClaimResult;
import org.linli.registry.claims.ClaimResult.Reason;
import org.linli.registry.claims.GovernmentSignIn;
import org.linli.registry.claims.HomeWords;
import org.linli.registry.claims.Link;
import org.linli.registry.claims.Links;
import org.linli.registry.claims.MyHomes;
import org.linli.registry.claims.OwnClaims;
import org.linli.registry.claims.web.ClaimFormPage.Way;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** 证明这是您的家: the community, the way, the proof. */
@Controller
class ClaimFormController {

    private static final int FOUND_AT_MOST = 20;
    private static final String DEPARTURE = "linli.claim-departure";

    private final OwnClaims own;
    private final Links links;
    private final MyHomes homes;
    private final GovernmentSignIn government;
    private final PublicCommunities communities;
    private final Portal portal;

    ClaimFormController(
            OwnClaims own,
            Links links,
            MyHomes homes,
            GovernmentSignIn government,
            PublicCommunities communities,
            Portal portal) {
        this.own = own;
        this.links = links;
        this.homes = homes;
        this.government = government;
        this.communities = communities;
        this.portal = portal;
    }

    @Scoped("list")
    @GetMapping("/my/claim")
    ModelAndView ask(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") long community,
            @RequestParam(required = false) @Nullable Way way) {
        return page(q, community, way, Map.of(), null);
    }

    private ModelAndView page(
            String query, long community, @Nullable Way way, Map<String, String> typed, @Nullable Reason refused) {
        Optional<PublicCommunities.Profile> chosen =
                community <= 0 ? Optional.empty() : communities.find(new CommunityId(community));
        ModelAndView view = Views.of(
                "claims/claim",
                new ClaimFormPage(
                        query,
                        chosen.isPresent() || query.isBlank()
                                ? List.of()
                                : communities
                                        .search(portal.home(), query, "", FOUND_AT_MOST)
                                        .lines(),
                        chosen.orElse(null),
                        chosen.isPresent() ? way : null,
                        government.isAvailable(),
                        chosen.isPresent() ? homes.buildings(new CommunityId(community)) : List.of(),
                        typed,
                        refused));
        if (refused != null) {
            view.setStatus(
                    refused == Reason.TOO_OFTEN ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    @Scoped("list")
    @PostMapping("/my/claim")
    ModelAndView prove(
            @RequestParam(defaultValue = "0") long community,
            @RequestParam(defaultValue = "B") Way way,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable List<MultipartFile> file,
            HttpServletRequest request,
            Viewer viewer)
            throws IOException {
        HomeWords words = words(community, typed);
        if (way == Way.A) {
            return depart(words, request);
        }
        @Nullable
        Reason refused = way.isLink()
                ? askLink(way, words, typed, file, viewer)
                : reason(prove(way, words, typed, file, viewer));
        return refused == null ? Views.redirect("/my") : page("", community, way, kept(typed), refused);
    }

    private HomeWords words(long community, Map<String, String> typed) {
        if (community <= 0 || communities.find(new CommunityId(community)).isEmpty()) {
            throw new NotFound();
        }
        return new HomeWords(
                new CommunityId(community), text(typed, "building"), text(typed, "unit"), text(typed, "room"));
    }

    private static String text(Map<String, String> typed, String field) {
        String text = typed.getOrDefault(field, "").strip();
        return text.length() > 60 ? text.substring(0, 60) : text;
    }

    private ClaimResult prove(
            Way way, HomeWords words, Map<String, String> typed, @Nullable List<MultipartFile> files, Viewer viewer)
            throws IOException {
        OwnClaims.Who who = MyHomeController.who(viewer);
        return switch (way) {
            case B ->
                own.byCertificate(
                        who, words, text(typed, "name"), text(typed, "id_number"), text(typed, "certificate"));
            case C -> byPapers(who, words, text(typed, "name"), files);
            case D -> own.byLetter(who, words, text(typed, "code"), text(typed, "id_number"));
            case A, GUARDIAN, REPRESENTATIVE -> throw new IllegalArgumentException("no proof typed by way " + way);
        };
    }

    private ClaimResult byPapers(OwnClaims.Who who, HomeWords words, String name, @Nullable List<MultipartFile> files)
            throws IOException {
        List<InputStream> contents = new ArrayList<>();
        try {
            for (MultipartFile paper : chosen(files)) {
                contents.add(paper.getInputStream());
            }
            return own.byPapers(who, words, name, contents);
        } finally {
            for (InputStream content : contents) {
                content.close();
            }
        }
    }

    /** A file field that was left empty comes as a file without content. */
    private static List<MultipartFile> chosen(@Nullable List<MultipartFile> files) {
        return files == null
                ? List.of()
                : files.stream().filter(file -> !file.isEmpty()).toList();
    }

    private @Nullable Reason askLink(
            Way way, HomeWords words, Map<String, String> typed, @Nullable List<MultipartFile> files, Viewer viewer)
            throws IOException {
        List<MultipartFile> papers = chosen(files);
        if (papers.isEmpty()) {
            return Reason.PAPERS;
        }
        Link.Kind kind = way == Way.GUARDIAN ? Link.Kind.GUARDIAN : Link.Kind.REPRESENTATIVE;
        try (InputStream content = papers.getFirst().getInputStream()) {
            return switch (links.ask(MyHomeController.who(viewer), kind, words, text(typed, "name"), content)) {
                case Links.Result.Done done -> null;
                case Links.Result.Refused(Reason reason) -> reason;
                case Links.Result.Unknown() -> throw new NotFound();
            };
        }
    }

    private static @Nullable Reason reason(ClaimResult result) {
        return switch (result) {
            case ClaimResult.Done done -> null;
            case ClaimResult.Refused(Reason reason) -> reason;
            case ClaimResult.Unknown() -> throw new NotFound();
        };
    }

    /** What comes back into a refused form: the home and the name, never a number, code or certificate. */
    private static Map<String, String> kept(Map<String, String> typed) {
        Map<String, String> kept = new HashMap<>();
        for (String field : List.of("building", "unit", "room", "name")) {
            kept.put(field, text(typed, field));
        }
        return kept;
    }

    /** What a session keeps while the person is at the government's portal. */
    private record Wanted(HomeWords words, GovernmentSignIn.Departure departure) {}

    /** The form's own answer must stay here (content security policy), so it shows the link to the portal. */
    private ModelAndView depart(HomeWords words, HttpServletRequest request) {
        if (!government.isAvailable()) {
            throw new NotFound();
        }
        GovernmentSignIn.Departure departure = government.depart(back());
        HttpSession session = request.getSession();
        session.setAttribute(DEPARTURE, new String[] {
            words.community().toString(),
            words.building(),
            words.unit(),
            words.room(),
            departure.state(),
            departure.nonce(),
            departure.verifier()
        });
        return Views.of("claims/government", departure.page().toString());
    }

    private URI back() {
        return URI.create(portal.baseUrl() + "/my/claim/government");
    }

    @Scoped("list")
    @GetMapping("/my/claim/government")
    ModelAndView arrive(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String state,
            HttpServletRequest request,
            Viewer viewer) {
        Optional<Wanted> wanted = wanted(request.getSession());
        if (wanted.isEmpty()
                || state.isEmpty()
                || !wanted.get().departure.state().equals(state)) {
            return Views.redirect("/my/claim");
        }
        HomeWords words = wanted.get().words;
        Optional<GovernmentSignIn.Person> person =
                code.isEmpty() ? Optional.empty() : government.arrive(wanted.get().departure, back(), code);
        @Nullable
        Reason refused = person.isEmpty()
                ? Reason.NO_MATCH
                : reason(own.byGovernment(MyHomeController.who(viewer), words, person.get()));
        return refused == null
                ? Views.redirect("/my")
                : page(
                        "",
                        words.community().value(),
                        Way.A,
                        Map.of("building", words.building(), "unit", words.unit(), "room", words.room()),
                        refused);
    }

    /** Taken out of the session, so that an answer works once. */
    private static Optional<Wanted> wanted(HttpSession session) {
        @Nullable Object kept = session.getAttribute(DEPARTURE);
        session.removeAttribute(DEPARTURE);
        return kept instanceof String[] parts && parts.length == 7
                ? Optional.of(new Wanted(
                        new HomeWords(new CommunityId(Long.parseLong(parts[0])), parts[1], parts[2], parts[3]),
                        new GovernmentSignIn.Departure(URI.create("/"), parts[4], parts[5], parts[6])))
                : Optional.empty();
    }
}
