package org.linli.people;

import com.webauthn4j.util.exception.WebAuthnException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.platform.audit.AccessLog;
import org.linli.platform.settings.Portal;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationProvider;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationRequestToken;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.JdbcPublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Passkeys: the device checks its owner (user verification), so one of them stands for both factors.
 *
 * <p>Source: W3C Web Authentication Level 3; done by Spring Security with webauthn4j. The database knows an account by
 * {@code account-<id>} only; its name goes to the device and nowhere else.
 */
@Service
public class Passkeys {

    private static final String REQUEST = "linli.passkey-request";
    private static final String CREATION = "linli.passkey-creation";
    private static final String NAME = "account-";

    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
    private final JdbcPublicKeyCredentialUserEntityRepository users;
    private final JdbcUserCredentialRepository credentials;
    private final AccountStore accounts;
    private final AccessLog log;
    private final Portal portal;

    Passkeys(JdbcOperations jdbc, AccountStore accounts, AccessLog log, Portal portal) {
        this.users = new JdbcPublicKeyCredentialUserEntityRepository(jdbc);
        this.credentials = new JdbcUserCredentialRepository(jdbc);
        this.accounts = accounts;
        this.log = log;
        this.portal = portal;
    }

    /** What the browser needs to offer a passkey, as JSON; any account's. */
    public String requestOptions(HttpServletRequest request) {
        PublicKeyCredentialRequestOptions options = operations(request, null)
                .createCredentialRequestOptions(
                        new ImmutablePublicKeyCredentialRequestOptionsRequest(new AnonymousAuthenticationToken(
                                "linli", "anyone", AuthorityUtils.createAuthorityList("anyone"))));
        request.getSession().setAttribute(REQUEST, options);
        return json.writeValueAsString(options);
    }

    /** The account that the browser's answer proves; each challenge works once. */
    @Transactional
    public Optional<Account> prove(HttpServletRequest request, String credential) {
        HttpSession session = request.getSession();
        if (!(session.getAttribute(REQUEST) instanceof PublicKeyCredentialRequestOptions options)) {
            return Optional.empty();
        }
        session.removeAttribute(REQUEST);
        try {
            PublicKeyCredential<AuthenticatorAssertionResponse> answer =
                    json.readValue(credential, new TypeReference<>() {});
            String name = new WebAuthnAuthenticationProvider(
                            operations(request, null),
                            username -> User.withUsername(username)
                                    .password("")
                                    .authorities("passkey")
                                    .build())
                    .authenticate(new WebAuthnAuthenticationRequestToken(
                            new RelyingPartyAuthenticationRequest(options, answer)))
                    .getName();
            return accounts.find(new AccountId(Long.parseLong(name.substring(NAME.length()))));
        } catch (AuthenticationException | JacksonException unproved) {
            return Optional.empty();
        }
    }

    /** What the browser needs to make a passkey for the account, as JSON. */
    @Transactional
    public String creationOptions(HttpServletRequest request, Account account) {
        PublicKeyCredentialCreationOptions options = operations(request, account)
                .createPublicKeyCredentialCreationOptions(new ImmutablePublicKeyCredentialCreationOptionsRequest(
                        UsernamePasswordAuthenticationToken.authenticated(
                                NAME + account.id(), "", AuthorityUtils.createAuthorityList("self"))));
        request.getSession().setAttribute(CREATION, options);
        return json.writeValueAsString(options);
    }

    /** Keeps the passkey that the browser made; false if it does not belong to what was asked for. */
    @Transactional
    public boolean add(HttpServletRequest request, Account account, String credential, String label) {
        HttpSession session = request.getSession();
        if (!(session.getAttribute(CREATION) instanceof PublicKeyCredentialCreationOptions options)) {
            return false;
        }
        session.removeAttribute(CREATION);
        try {
            String shown = label.isBlank()
                    ? "passkey"
                    : label.strip().substring(0, Math.min(60, label.strip().length()));
            operations(request, account)
                    .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                            options,
                            new RelyingPartyPublicKey(json.readValue(credential, new TypeReference<>() {}), shown)));
        } catch (WebAuthnException | JacksonException | IllegalArgumentException refused) {
            return false;
        }
        acted(account, "passkey.add");
        return true;
    }

    public List<Passkey> list(AccountId account) {
        return user(account).map(user -> credentials.findByUserId(user.getId())).orElse(List.of()).stream()
                .map(record -> new Passkey(
                        record.getCredentialId().toBase64UrlString(),
                        String.valueOf(record.getLabel()),
                        record.getCreated(),
                        record.getLastUsed()))
                .toList();
    }

    /** Removes one of the account's own; nothing happens for an id that is not among them. */
    @Transactional
    public void remove(Account account, String id) {
        if (list(account.id()).stream().anyMatch(passkey -> passkey.id().equals(id))) {
            credentials.delete(Bytes.fromBase64(id));
            acted(account, "passkey.remove");
        }
    }

    /** @param id base64url @param created and @param lastUsed real time */
    public record Passkey(String id, String label, Instant created, Instant lastUsed) {}

    private Optional<PublicKeyCredentialUserEntity> user(AccountId account) {
        return Optional.ofNullable(users.findByUsername(NAME + account));
    }

    private Webauthn4JRelyingPartyOperations operations(HttpServletRequest request, @Nullable Account account) {
        URI base = URI.create(portal.baseUrl());
        Webauthn4JRelyingPartyOperations operations = new Webauthn4JRelyingPartyOperations(
                users,
                credentials,
                PublicKeyCredentialRpEntity.builder()
                        .id(base.getHost())
                        .name(portal.title())
                        .build(),
                origins(base, request));
        operations.setCustomizeRequestOptions(
                options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        operations.setCustomizeCreationOptions(options -> {
            options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                    .userVerification(UserVerificationRequirement.REQUIRED)
                    .residentKey(ResidentKeyRequirement.REQUIRED)
                    .build());
            if (account != null) {
                user(account.id()).ifPresent(user -> options.user(shown(user, account)));
            }
        });
        return operations;
    }

    private static PublicKeyCredentialUserEntity shown(PublicKeyCredentialUserEntity user, Account account) {
        String name = account.username() == null ? account.name() : account.username();
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(user.getId())
                .name(name)
                .displayName(account.name())
                .build();
    }

    /** The public address; on one's own machine any port, since the port there is chosen at the start. */
    private static Set<String> origins(URI base, HttpServletRequest request) {
        String origin = base.getScheme() + "://" + base.getAuthority();
        Set<String> origins = new HashSet<>(Set.of(origin));
        if ("localhost".equals(base.getHost())) {
            origins.add("http://localhost:" + request.getServerPort());
        }
        return origins;
    }

    private void acted(Account account, String verb) {
        log.record(new AccessLog.Act(
                account.id().value(), null, verb, "account", account.id().toString(), "", "", ""));
    }
}
