package org.linli.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Parameter;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.people.People;
import org.linli.platform.ids.CompanyCode;
import org.linli.platform.scope.PublicPage;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.scope.Scoped;
import org.linli.platform.time.RealTime;
import org.linli.testing.LinliTest;
import org.linli.testing.StaffMember;
import org.linli.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Sends every method of every handler with a valid session: a foreign id answers 404 with the body of an unknown one, an own
 * id never does. A new handler is tested the moment it exists; a new kind of id fails here until it has samples.
 */
@LinliTest
class ForeignScopeTests {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?::([^}|]+)[^}]*)?}");
    private static final Set<String> WITHOUT_ID = Set.of("list", "self");

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

    private static final KindSamples.Ids NONE = new KindSamples.Ids("0", "0", "0");

    private record Call(RequestMethod method, String path, String kind, Set<Role> roles, HandlerMethod handler) {}

    private final Map<Role, Visitor> viewers = new EnumMap<>(Role.class);
    /** Own ids of viewers whose scope is another than the street's, by kind and role. */
    private final Map<String, String> ownOf = new java.util.HashMap<>();

    private final Map<String, KindSamples.Ids> samples = new java.util.HashMap<>();

    @BeforeEach
    void signEverybodyIn() {
        Ground ground = new Ground(jdbc, people, time);
        signIn(Role.STREET, new Scope.OfDivision(Ground.STREET));
        signIn(Role.COUNTY, new Scope.OfDivision(Ground.COUNTY));
        signIn(Role.COMPANY, new Scope.OfCompany(new CompanyCode(ground.company())));
        signIn(Role.CITY, new Scope.OfDivision(Ground.CITY));
        signIn(Role.SYSTEM_ADMIN, new Scope.OfPlatform());
        signIn(Role.AUDITOR, new Scope.OfPlatform());
        signIn(Role.SECURITY_ADMIN, new Scope.OfPlatform());
        for (KindSamples kind : KindSamples.all()) {
            samples.put(kind.kind(), kind.ids(ground));
            kind.ownOf(ground).forEach((role, id) -> ownOf.put(kind.kind() + "/" + role, id));
        }
    }

    private void signIn(Role role, Scope scope) {
        viewers.put(role, new StaffMember(people, time, role, scope).signedIn(port));
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
        Set<String> kinds = new TreeSet<>();
        scopedCalls().forEach(call -> kinds.add(call.kind));
        kinds.removeAll(WITHOUT_ID);

        assertThat(samples.keySet()).containsAll(kinds);
    }

    @Test
    void aForeignIdIsNotFoundByAnyMethodOfAnyHandler() {
        List<String> leaks = new ArrayList<>();
        for (Call call : scopedCalls()) {
            if (WITHOUT_ID.contains(call.kind)) {
                continue;
            }
            KindSamples.Ids ids = samples.getOrDefault(call.kind, NONE);
            for (Role role : call.roles) {
                // To a viewer of the whole city nothing is foreign: there the id is one that does not exist.
                boolean seesAll = role == Role.CITY
                        || (role == Role.COUNTY && call.kind.equals("company"))
                        || (role == Role.STREET && call.kind.equals("company"));
                HttpResponse<String> foreign = send(call, role, seesAll ? ids.unknown() : ids.foreign());
                HttpResponse<String> unknown = send(call, role, ids.unknown());
                if (foreign.statusCode() != 404 || unknown.statusCode() != 404) {
                    leaks.add(role + " " + call.method + " " + call.path + " answers " + foreign.statusCode()
                            + " to a foreign id and " + unknown.statusCode() + " to an unknown one");
                } else if (!body(foreign, ids).equals(body(unknown, ids))) {
                    leaks.add(role + " " + call.method + " " + call.path + " tells a foreign id from an unknown one");
                }
            }
        }

        assertThat(leaks).isEmpty();
    }

    @Test
    void anOwnIdIsFound() {
        List<String> refused = new ArrayList<>();
        for (Call call : scopedCalls()) {
            KindSamples.Ids ids = samples.getOrDefault(call.kind, NONE);
            if (WITHOUT_ID.contains(call.kind)
                    || call.method != RequestMethod.GET
                    || VARIABLE.matcher(call.path).results().count() != 1) {
                continue;
            }
            for (Role role : call.roles) {
                int status = send(call, role, ownOf.getOrDefault(call.kind + "/" + role, ids.own()))
                        .statusCode();
                if (status >= 400) {
                    refused.add(role + " GET " + call.path + " answers " + status);
                }
            }
        }

        assertThat(refused).isEmpty();
    }

    @Test
    void listsAnswerThoseWhoKnowThemAndNobodyElse() {
        List<String> wrong = new ArrayList<>();
        for (Call call : scopedCalls()) {
            if (!call.kind.equals("list") || call.method != RequestMethod.GET || call.path.contains("{")) {
                continue;
            }
            for (Map.Entry<Role, Visitor> viewer : viewers.entrySet()) {
                int status = viewer.getValue().get(call.path).statusCode();
                if (call.roles.contains(viewer.getKey()) ? status >= 400 : status != 403) {
                    wrong.add(viewer.getKey() + " GET " + call.path + " answers " + status);
                }
            }
            int stranger = new Visitor(port).get(call.path).statusCode();
            if (stranger != 302 && stranger != 401) {
                wrong.add("stranger GET " + call.path + " answers " + stranger);
            }
        }

        assertThat(wrong).isEmpty();
    }

    private List<Call> scopedCalls() {
        List<Call> calls = new ArrayList<>();
        for (Map.Entry<RequestMappingInfo, HandlerMethod> entry :
                mapping.getHandlerMethods().entrySet()) {
            @Nullable Scoped scoped = entry.getValue().getMethodAnnotation(Scoped.class);
            if (scoped == null) {
                continue;
            }
            Set<Role> roles = new TreeSet<>(viewers.keySet());
            if (scoped.roles().length > 0) {
                roles.retainAll(List.of(scoped.roles()));
            } else {
                roles.removeIf(Role::isAdministrator);
            }
            for (RequestMethod method : entry.getKey().getMethodsCondition().getMethods()) {
                for (String path : entry.getKey().getPatternValues()) {
                    calls.add(new Call(method, path, scoped.value(), roles, entry.getValue()));
                }
            }
        }
        assertThat(calls).hasSizeGreaterThan(20);
        return calls;
    }

    private HttpResponse<String> send(Call call, Role role, String id) {
        String path = path(call, id);
        Visitor visitor = java.util.Objects.requireNonNull(viewers.get(role));
        if (call.method == RequestMethod.GET) {
            return visitor.get(path);
        }
        visitor.get("/account"); // a page with a fresh token
        return visitor.post(path, fields(call.handler));
    }

    /** The first variable is the id; further ones get the first value that their pattern allows, or 1. */
    private static String path(Call call, String id) {
        Matcher variables = VARIABLE.matcher(call.path);
        StringBuilder path = new StringBuilder();
        boolean first = true;
        while (variables.find()) {
            boolean isId = call.kind.equals("division") ? variables.group(1).equals("division") : first;
            String other = variables.group(2) == null
                    ? variables.group(1).equals("code") ? "professional-coverage" : "1"
                    : variables.group(2);
            variables.appendReplacement(path, Matcher.quoteReplacement(isId ? id : other));
            first = false;
        }
        variables.appendTail(path);
        return path.toString();
    }

    /** Some value for each required parameter, so that the request reaches the handler. */
    private static String[] fields(HandlerMethod handler) {
        List<String> fields = new ArrayList<>();
        for (Parameter parameter : handler.getMethod().getParameters()) {
            RequestParam asked = parameter.getAnnotation(RequestParam.class);
            if (asked == null || parameter.getType().equals(MultipartFile.class)) {
                continue;
            }
            String name = asked.value().isEmpty() ? asked.name() : asked.value();
            fields.add(name.isEmpty() ? parameter.getName() : name);
            fields.add(value(parameter.getType()));
        }
        return fields.toArray(String[]::new);
    }

    private static String value(Class<?> type) {
        if (type.equals(java.time.LocalDate.class)) {
            return "2023-11-03";
        }
        if (type.equals(boolean.class)) {
            return "true";
        }
        if (type.isEnum()) {
            return ((Enum<?>) type.getEnumConstants()[0]).name();
        }
        return "1";
    }

    private static String body(HttpResponse<String> answer, KindSamples.Ids ids) {
        return answer.body()
                .replace(ids.foreign(), "ID")
                .replace(ids.unknown(), "ID")
                .replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }
}
