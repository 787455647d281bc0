package org.linli.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Viewer;
import org.linli.platform.settings.Portal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** What templates may ask besides their page: texts, the viewer, the menu, links and assets. */
public final class Ui {

    private final Texts texts;
    private final HttpServletRequest request;
    private final Optional<Viewer> viewer;
    private final List<MenuEntry> menu;
    private final Portal portal;
    private final LocalDate today;
    private final ResourceUrlProvider assets;

    Ui(
            Texts texts,
            HttpServletRequest request,
            Optional<Viewer> viewer,
            List<MenuEntry> menu,
            Portal portal,
            LocalDate today,
            ResourceUrlProvider assets) {
        this.texts = texts;
        this.request = request;
        this.viewer = viewer;
        this.menu = menu;
        this.portal = portal;
        this.today = today;
        this.assets = assets;
    }

    public String t(String key, @Nullable Object... arguments) {
        return texts.t(key, arguments);
    }

    public String of(String prefix, Enum<?> constant) {
        return texts.of(prefix, constant);
    }

    /** A cell of a figure's rows: plain text, or text keys marked with {@code ~} and joined by {@code |}. */
    public String cell(String cell) {
        return texts.cell(cell);
    }

    public Texts texts() {
        return texts;
    }

    public boolean isChinese() {
        return texts.isChinese();
    }

    public String lang() {
        return texts.isChinese() ? "zh-CN" : "en";
    }

    public String portalTitle() {
        return texts.isChinese() ? portal.title() : portal.titleEn();
    }

    public boolean isDemo() {
        return portal.demo();
    }

    public Optional<Viewer> viewer() {
        return viewer;
    }

    public boolean wears(Role... roles) {
        return viewer.map(v -> List.of(roles).contains(v.role())).orElse(false);
    }

    public List<MenuEntry> menu() {
        return menu;
    }

    public LocalDate today() {
        return today;
    }

    /** Dates of the address that this page could not answer for. */
    public List<RefusedDate> refusedDates() {
        return RefusedDate.of(request, today).toList();
    }

    /** What a date field shows: the day that the page answers for, or what was typed when that was no day. */
    public String dateField(String parameter, LocalDate day) {
        return refusedDates().stream()
                .filter(refused -> refused.parameter().equals(parameter))
                .map(RefusedDate::typed)
                .findFirst()
                .orElse(day.toString());
    }

    /** A date field cannot hold what is no day; such a field is a text field until it is put right. */
    public String dateFieldType(String parameter) {
        return refusedDates().stream().anyMatch(refused -> refused.parameter().equals(parameter)) ? "text" : "date";
    }

    public String date(@Nullable LocalDate day) {
        return texts.date(day);
    }

    public String time(@Nullable Instant instant) {
        return texts.time(instant);
    }

    public String number(@Nullable Number number) {
        return texts.number(number);
    }

    public String area(@Nullable Long areaDm2) {
        return texts.area(areaDm2);
    }

    /** A link inside Linli, right below a sub-path too. @param path begins with a slash */
    public String href(String path) {
        return request.getContextPath() + path;
    }

    /** A static file with its content hash in the name. @param path below {@code /}, such as {@code assets/linli.css} */
    public String asset(String path) {
        String plain = "/" + path;
        @Nullable String hashed = assets.getForLookupPath(plain);
        return request.getContextPath() + (hashed == null ? plain : hashed);
    }

    /** The path of this page without the context path. */
    public String path() {
        @Nullable Object original = request.getAttribute("jakarta.servlet.error.request_uri");
        String uri = original == null ? request.getRequestURI() : original.toString();
        return uri.substring(Math.min(request.getContextPath().length(), uri.length()));
    }

    /** The menu entry is the one shown now, or the nearest above it. */
    public boolean isAt(MenuEntry entry) {
        return leadsHere(entry)
                && menu.stream()
                        .filter(this::leadsHere)
                        .allMatch(other -> other.path().length() <= entry.path().length());
    }

    private boolean leadsHere(MenuEntry entry) {
        return path().equals(entry.path()) || path().startsWith(entry.path() + "/");
    }

    /** This page with one query parameter set, the others kept. An empty value removes it. */
    public String with(String name, String value) {
        Map<String, String> parameters = new LinkedHashMap<>();
        request.getParameterMap().forEach((key, values) -> parameters.put(key, values[0]));
        parameters.remove("after");
        parameters.put(name, value);
        return href(path()) + query(parameters);
    }

    /** The other parameters of this page as hidden fields of a form that sets one of them. */
    public Map<String, String> others(String... names) {
        Map<String, String> parameters = new LinkedHashMap<>();
        request.getParameterMap().forEach((key, values) -> {
            if (!List.of(names).contains(key) && !key.startsWith("_")) {
                parameters.put(key, values[0]);
            }
        });
        return parameters;
    }

    /** Where the language switch leads back to. */
    public String here() {
        @Nullable String query = request.getQueryString();
        return request.getMethod().equals("GET") ? path() + (query == null ? "" : "?" + query) : path();
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public String csrfName() {
        return csrf().getParameterName();
    }

    public String csrfToken() {
        return csrf().getToken();
    }

    public boolean isLarge() {
        return cookie("linli-large").equals("1");
    }

    private String cookie(String name) {
        if (request.getCookies() != null) {
            for (var cookie : request.getCookies()) {
                if (cookie.getName().equals(name)) {
                    return cookie.getValue();
                }
            }
        }
        return "";
    }

    private CsrfToken csrf() {
        @Nullable Object token = request.getAttribute(CsrfToken.class.getName());
        if (token instanceof CsrfToken found) {
            return found;
        }
        throw new IllegalStateException("no CSRF token on this request");
    }

    private static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.collectingAndThen(Collectors.joining("&"), q -> q.isEmpty() ? "" : "?" + q));
    }
}
