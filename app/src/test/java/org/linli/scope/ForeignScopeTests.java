package org.linli.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.divisions.Divisions;
import org.linli.people.People;
import org.linli.platform.scope.PublicPage;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.scope.Scoped;
import org.linli.platform.time.RealTime;
import org.linli.registry.Communities;
import org.linli.registry.Companies;
import org.linli.registry.Registered;
import org.linli.scope.Calls.Call;
import org.linli.testing.LinliTest;
import org.linli.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Sends every method of every handler with a valid session: a foreign id answers 404 with the body of an unknown one, an own
 * id never does. A new handler is tested the moment it exists; a new kind of id fails here until it has samples.
 */
@LinliTest
class ForeignScopeTests {

    private static final String NO_PART = "999999";

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    @Autowired
    RealTime time;

    @Autowired
    Communities communities;

    @Autowired
    Companies companies;

    @Autowired
    Divisions divisions;

    @TempDir
    Path folder;

    private final Map<String, KindSamples> kinds = new HashMap<>();

    @BeforeEach
    void findKinds() {
        KindSamples.all().forEach(kind -> kinds.put(kind.kind(), kind));
    }

    private Ground ground() {
        return new Ground(jdbc, people, time);
    }

    private Visitor viewer(Role role) {
        return Viewers.on(ground(), port).of(role);
    }

    private List<Call> calls() {
        List<Call> calls = Calls.of(mapping);
        assertThat(calls).hasSizeGreaterThan(200);
        return calls;
    }

    @Test
    void everyHandlerSaysWhomItAnswers() {
        List<String> silent = new ArrayList<>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            if (handler.getBeanType().getPackageName().startsWith("org.linli")
                    && !handler.hasMethodAnnotation(PublicPage.class)
                    && !handler.hasMethodAnnotation(Scoped.class)) {
                silent.add(handler.toString());
            }
        });

        assertThat(silent).isEmpty();
    }

    @Test
    void everyKindOfIdHasSamples() {
        Set<String> asked = new TreeSet<>();
        calls().stream().filter(Call::hasId).forEach(call -> asked.add(call.kind()));

        assertThat(kinds.keySet()).containsAll(asked);
    }

    @Test
    void aForeignIdIsNotFoundByAnyMethodOfAnyHandler() {
        Map<String, KindSamples.Ids> samples = samples();
        List<String> leaks = new ArrayList<>();
        for (Call call : calls()) {
            if (!call.hasId()) {
                continue;
            }
            KindSamples.Ids ids = of(samples, call.kind());
            for (Role role : call.roles()) {
                // Where nothing is foreign, the id is one that does not exist.
                String foreign = Viewers.seesAll(role, call.kind()) ? ids.unknown() : ids.foreign();
                compare(call, role, call.path(foreign, "1"), call.path(ids.unknown(), "1"), ids, leaks);
            }
        }

        assertThat(leaks).isEmpty();
    }

    /** A number that counts something of another community opens nothing under one's own, and is answered like any other. */
    @Test
    void aPartOfSomethingForeignIsNotFoundUnderAnOwnId() {
        Map<String, KindSamples.Ids> samples = samples();
        String bare = Registered.community(communities, divisions).toString();
        List<String> leaks = new ArrayList<>();
        int compared = 0;
        for (Call call : calls()) {
            if (!call.hasId() || !call.hasPart()) {
                continue;
            }
            KindSamples.Ids ids = of(samples, call.kind());
            String own = call.kind().equals("community") ? bare : ids.own();
            String part = of(kinds, call.kind()).foreignPart(ground(), ids.foreign());
            for (Role role : call.roles()) {
                if (governs(role)) {
                    compareParts(call, role, call.path(own, part), call.path(own, NO_PART), ids, leaks);
                    compared++;
                }
            }
        }

        assertThat(leaks).isEmpty();
        assertThat(compared).isGreaterThan(100);
    }

    /** Without this the test above would hold for numbers that count nothing anywhere. */
    @Test
    void theSamePartIsFoundWhereItBelongs() {
        String foreign = ground().communityOf(Ground.FOREIGN_STREET);
        List<String> found = calls().stream()
                .filter(call -> call.kind().equals("community") && call.hasPart() && call.method() == RequestMethod.GET)
                .filter(call -> viewer(Role.CITY).get(call.path(foreign, "1")).statusCode() == 200)
                .map(Call::path)
                .toList();

        assertThat(found)
                .contains(
                        "/registry/communities/{id}/homes/{home}",
                        "/registry/communities/{id}/homes/{home}/owners",
                        "/registry/communities/{id}/owners/{owner}/reveal",
                        "/registry/communities/{id}/buildings/{building}/{act:change|correction}");
    }

    @Test
    void anOwnIdIsFound() {
        Map<String, KindSamples.Ids> samples = samples();
        Map<String, String> ownOf = new HashMap<>();
        kinds.forEach((kind, of) -> of.ownOf(ground()).forEach((role, id) -> ownOf.put(kind + "/" + role, id)));
        List<String> refused = new ArrayList<>();
        for (Call call : calls()) {
            if (!call.hasId() || call.isMine() || call.method() != RequestMethod.GET || !call.hasOneVariable()) {
                continue;
            }
            for (Role role : call.roles()) {
                String own = ownOf.getOrDefault(
                        call.kind() + "/" + role, of(samples, call.kind()).own());
                int status = viewer(role).get(call.path(own, "1")).statusCode();
                if (status >= 400) {
                    refused.add(role + " " + call + " answers " + status);
                }
            }
        }

        assertThat(refused).isEmpty();
    }

    /** What is sent makes no sense and may be refused in words, but the thing itself is known and the role may write. */
    @Test
    void aFormForAnOwnIdReachesIt() throws IOException {
        Path file = Files.writeString(folder.resolve("paper.txt"), "1");
        List<String> refused = new ArrayList<>();
        for (Call call : calls()) {
            if (!call.hasId() || call.isMine() || call.method() == RequestMethod.GET || !call.hasOneVariable()) {
                continue;
            }
            call.roles().stream().filter(this::governs).findFirst().ifPresent(role -> {
                String path = call.path(ownToWrite(call.kind()), "1");
                int status = post(viewer(role), call, path, file).statusCode();
                if (status == 403 || status == 404 || status >= 500) {
                    refused.add(role + " " + call + " answers " + status);
                }
            });
        }

        // These ask for a column by its name and do not find that of "1".
        assertThat(refused)
                .containsExactlyInAnyOrder(
                        "STREET POST /imports/{id}/mapping answers 404", "STREET POST /imports/{id}/fixes answers 404");
    }

    @Test
    void listsAnswerThoseWhoKnowThemAndNobodyElse() {
        List<String> wrong = new ArrayList<>();
        for (Call call : calls()) {
            if (!call.kind().equals("list")
                    || call.method() != RequestMethod.GET
                    || call.path().contains("{")) {
                continue;
            }
            for (Role role : Role.values()) {
                int status = viewer(role).get(call.path()).statusCode();
                if (call.roles().contains(role) ? status >= 400 : status != 403) {
                    wrong.add(role + " " + call + " answers " + status);
                }
            }
            try (Visitor stranger = new Visitor(port)) {
                int status = stranger.get(call.path()).statusCode();
                if (status != 302 && status != 401) {
                    wrong.add("stranger " + call + " answers " + status);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    private Map<String, KindSamples.Ids> samples() {
        Map<String, KindSamples.Ids> samples = new HashMap<>();
        kinds.forEach((kind, of) -> samples.put(kind, of.ids(ground())));
        return samples;
    }

    private static <T> T of(Map<String, T> byKind, String kind) {
        return Objects.requireNonNull(byKind.get(kind), () -> "samples of " + kind);
    }

    /** Something of one's own that forms may change: nothing of the demo city, whose figures other tests know. */
    private String ownToWrite(String kind) {
        return switch (kind) {
            case "community" -> Registered.community(communities, divisions).toString();
            case "company" -> Registered.company(companies, divisions);
            default -> of(kinds, kind).ids(ground()).own();
        };
    }

    /** Roles whose division holds all own samples, those made for a test among them. */
    private boolean governs(Role role) {
        return Viewers.on(ground(), port).scopeOf(role) instanceof Scope.OfDivision && role != Role.COMMUNITY_WORKER;
    }

    private void compare(
            Call call, Role role, String foreignPath, String unknownPath, KindSamples.Ids ids, List<String> leaks) {
        HttpResponse<String> foreign = send(call, role, foreignPath);
        HttpResponse<String> unknown = send(call, role, unknownPath);
        if (foreign.statusCode() != 404 || unknown.statusCode() != 404) {
            leaks.add(role + " " + call + " answers " + foreign.statusCode() + " to a foreign id and "
                    + unknown.statusCode() + " to an unknown one");
        } else if (!body(foreign, foreignPath, ids).equals(body(unknown, unknownPath, ids))) {
            leaks.add(role + " " + call + " tells a foreign id from an unknown one");
        }
    }

    /** A form may be refused for what stands in it before anybody looks for the part: then both are, alike. */
    private void compareParts(
            Call call, Role role, String foreignPath, String unknownPath, KindSamples.Ids ids, List<String> leaks) {
        HttpResponse<String> foreign = send(call, role, foreignPath);
        HttpResponse<String> unknown = send(call, role, unknownPath);
        boolean isFound = call.method() == RequestMethod.GET && foreign.statusCode() != 404;
        boolean isTold = foreign.statusCode() != unknown.statusCode()
                || (foreign.statusCode() == 404
                        && !body(foreign, foreignPath, ids).equals(body(unknown, unknownPath, ids)));
        if (isFound || isTold) {
            leaks.add(role + " " + call + " answers " + foreign.statusCode() + " to a foreign part and "
                    + unknown.statusCode() + " to an unknown one");
        }
    }

    private HttpResponse<String> send(Call call, Role role, String path) {
        Visitor visitor = viewer(role);
        return call.method() == RequestMethod.GET ? visitor.get(path) : visitor.post(path, call.fields());
    }

    private static HttpResponse<String> post(Visitor visitor, Call call, String path, Path file) {
        return call.takesAFile() ? visitor.upload(path, file, call.fields()) : visitor.post(path, call.fields());
    }

    private static String body(HttpResponse<String> answer, String path, KindSamples.Ids ids) {
        return answer.body()
                .replace(java.net.URLEncoder.encode(path, java.nio.charset.StandardCharsets.UTF_8), "PATH")
                .replaceAll("(?<![0-9A-Za-z])(?:" + ids.foreign() + "|" + ids.unknown() + ")(?![0-9A-Za-z])", "ID")
                .replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }
}
