package org.linli.people.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.divisions.Division;
import org.linli.divisions.Divisions;
import org.linli.people.Account;
import org.linli.people.AccountId;
import org.linli.people.AccountLine;
import org.linli.people.GrantId;
import org.linli.people.GrantResult;
import org.linli.people.GrantRules;
import org.linli.people.NewStaff;
import org.linli.people.People;
import org.linli.people.Phone;
import org.linli.people.ScopeWords;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.ids.DivisionLevel;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.settings.Portal;
import org.linli.platform.time.AskedDates;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.web.Frames;
import org.linli.platform.web.Views;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Accounts within one's reach: making them, granting, ending. */
@Controller
class AccountsController {

    private static final int PAGE = 50;

    private final People people;
    private final Divisions divisions;
    private final ScopeWords words;
    private final Portal portal;
    private final BusinessTime time;
    private final Frames frames;

    AccountsController(
            People people, Divisions divisions, ScopeWords words, Portal portal, BusinessTime time, Frames frames) {
        this.people = people;
        this.divisions = divisions;
        this.words = words;
        this.portal = portal;
        this.time = time;
        this.frames = frames;
    }

    @Scoped(
            value = "list",
            roles = {Role.CITY, Role.COUNTY, Role.STREET, Role.COMPANY, Role.SECURITY_ADMIN})
    @GetMapping("/accounts")
    ModelAndView list(@RequestParam(defaultValue = "0") long after, Viewer viewer) {
        List<AccountLine> found = people.listAccounts(viewer, after, PAGE + 1);
        List<AccountLine> shown = found.subList(0, Math.min(PAGE, found.size()));
        return Views.of(
                "people/accounts",
                new AccountsPage(
                        shown, found.size() > PAGE ? shown.getLast().id().value() : null));
    }

    @Scoped(
            value = "list",
            roles = {Role.CITY, Role.COUNTY, Role.STREET, Role.COMPANY, Role.SECURITY_ADMIN})
    @GetMapping("/accounts/new")
    ModelAndView form(Viewer viewer) {
        return Views.of("people/account-new", blank(viewer, new Typed("", "", "", "", ""), null));
    }

    @Scoped(
            value = "list",
            roles = {Role.CITY, Role.COUNTY, Role.STREET, Role.COMPANY, Role.SECURITY_ADMIN})
    @PostMapping("/accounts")
    ModelAndView make(
            @RequestParam String name,
            @RequestParam String username,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam String role,
            @RequestParam(defaultValue = "") String scope,
            Viewer viewer) {
        Typed typed = new Typed(name, username, phone, role, scope);
        Optional<Phone> number = Phone.parse(phone);
        if (!phone.isBlank() && number.isEmpty()) {
            return refused(Views.of("people/account-new", blank(viewer, typed, "people.phone.unreadable")));
        }
        Optional<Role> wanted = role(role);
        Optional<Scope> where = wanted.flatMap(known -> scope(known, scope));
        if (where.isEmpty()) {
            return refused(Views.of("people/account-new", blank(viewer, typed, "people.grant.refused.SCOPE")));
        }
        NewStaff result = people.createStaff(
                viewer,
                new NewStaff.Wish(name, username, number.orElse(null)),
                wanted.orElseThrow(),
                where.get(),
                time.today());
        return switch (result) {
            case NewStaff.Made(AccountId account, String link) ->
                Views.of("people/account-made", new AccountsPage.Made(account.value(), name, portal.baseUrl() + link));
            case NewStaff.Refused(String key) -> refused(Views.of("people/account-new", blank(viewer, typed, key)));
        };
    }

    @Scoped(
            value = "account",
            roles = {Role.CITY, Role.COUNTY, Role.STREET, Role.COMPANY, Role.SECURITY_ADMIN})
    @GetMapping("/accounts/{account}")
    ModelAndView one(@PathVariable long account, Viewer viewer, HttpServletRequest request) {
        return onePage(
                account,
                viewer,
                request,
                new AccountsPage.TypedGrant("", "", time.today().toString(), ""),
                null);
    }

    @Scoped(
            value = "account",
            roles = {Role.CITY, Role.COUNTY, Role.STREET, Role.COMPANY, Role.SECURITY_ADMIN})
    @PostMapping("/accounts/{account}/grants")
    ModelAndView grant(
            @PathVariable long account,
            @RequestParam String role,
            @RequestParam(defaultValue = "") String scope,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            Viewer viewer,
            HttpServletRequest request) {
        AccountsPage.TypedGrant typed = new AccountsPage.TypedGrant(role, scope, from, until);
        return switch (grant(new AccountId(account), typed, viewer)) {
            case GrantResult.Granted _ -> Views.redirect("/accounts/" + account);
            case GrantResult.Refused(GrantResult.Reason reason) ->
                refused(onePage(account, viewer, request, typed, "people.grant.refused." + reason));
        };
    }

    private GrantResult grant(AccountId account, AccountsPage.TypedGrant typed, Viewer viewer) {
        Optional<Role> wanted = role(typed.role());
        Optional<Scope> where = wanted.flatMap(known -> scope(known, typed.scope()));
        if (where.isEmpty()) {
            return new GrantResult.Refused(GrantResult.Reason.SCOPE);
        }
        Optional<LocalDate> first = typed.from().isBlank() ? Optional.of(time.today()) : AskedDates.day(typed.from());
        Optional<LocalDate> last = AskedDates.day(typed.until());
        if (first.isEmpty() || last.isEmpty() && !typed.until().isBlank()) {
            return new GrantResult.Refused(GrantResult.Reason.NO_DAY);
        }
        return people.grant(viewer, account, wanted.orElseThrow(), where.get(), first.get(), last.orElse(null));
    }

    @Scoped(
            value = "account",
            roles = {Role.CITY, Role.COUNTY, Role.STREET, Role.COMPANY, Role.SECURITY_ADMIN})
    @PostMapping("/accounts/{account}/grants/{grant}/end")
    ModelAndView end(@PathVariable long account, @PathVariable long grant, @RequestParam String reason, Viewer viewer) {
        people.endGrant(viewer, new AccountId(account), new GrantId(grant), reason.strip());
        return Views.redirect("/accounts");
    }

    @Scoped(
            value = "account",
            roles = {Role.CITY, Role.COUNTY, Role.STREET, Role.COMPANY, Role.SECURITY_ADMIN})
    @PostMapping("/accounts/{account}/renewal")
    ModelAndView renew(@PathVariable long account, Viewer viewer) {
        String link = people.renewAccess(viewer, new AccountId(account));
        String name = people.find(new AccountId(account)).map(Account::name).orElse("");
        return Views.of("people/account-made", new AccountsPage.Made(account, name, portal.baseUrl() + link));
    }

    private record Typed(String name, String username, String phone, String role, String scope) {}

    private AccountsPage.New blank(Viewer viewer, Typed typed, @Nullable String error) {
        return new AccountsPage.New(
                roles(viewer),
                choices(viewer),
                typed.name(),
                typed.username(),
                typed.phone(),
                typed.role(),
                typed.scope(),
                error);
    }

    private ModelAndView onePage(
            long id, Viewer viewer, HttpServletRequest request, AccountsPage.TypedGrant typed, @Nullable String error) {
        People.Managed managed = people.getManaged(viewer, new AccountId(id));
        Locale locale = frames.texts(request).locale();
        return Views.of(
                "people/account-one",
                new AccountsPage.One(
                        managed.account(),
                        managed.grants().stream()
                                .map(grant -> new AccountsPage.Held(
                                        grant.id().value(),
                                        grant.role(),
                                        words.of(grant.scope(), locale),
                                        grant.validFrom(),
                                        grant.validTo()))
                                .toList(),
                        roles(viewer),
                        choices(viewer),
                        typed,
                        error));
    }

    private static List<Role> roles(Viewer viewer) {
        return GrantRules.grantable(viewer.role()).stream().sorted().toList();
    }

    /** Divisions to choose from: the own one and two levels below, no more than a list can bear. */
    private List<Division> choices(Viewer viewer) {
        DivisionCode own = switch (viewer.scope()) {
            case Scope.OfDivision(DivisionCode division) -> division;
            case Scope.OfPlatform() -> portal.home();
            case Scope.OfCommunity _, Scope.OfCompany _ -> null;
        };
        if (own == null) {
            return List.of();
        }
        List<Division> all =
                new java.util.ArrayList<>(divisions.find(own).stream().toList());
        List<DivisionLevel> below = List.of(DivisionLevel.values()).stream()
                .filter(level -> level.ordinal() > own.level().ordinal())
                .limit(2)
                .toList();
        below.forEach(level -> all.addAll(divisions.listWithin(own, level)));
        return all;
    }

    private static Optional<Role> role(String typed) {
        return List.of(Role.values()).stream()
                .filter(role -> role.name().equals(typed))
                .findFirst();
    }

    /** The typed code as the scope of a role; empty if it has not the shape of one. */
    private static Optional<Scope> scope(Role role, String typed) {
        String code = typed.strip();
        return switch (role.place()) {
            case PLATFORM -> Optional.of(new Scope.OfPlatform());
            case DIVISION -> DivisionCode.parse(code).map(Scope.OfDivision::new);
            case COMMUNITY -> code.matches("[1-9]\\d{0,17}") ? Optional.of(Scope.of(role, code)) : Optional.empty();
            case COMPANY -> code.length() == 18 ? Optional.of(Scope.of(role, code)) : Optional.empty();
        };
    }

    private static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
