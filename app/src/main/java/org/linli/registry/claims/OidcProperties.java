package org.linli.registry.claims;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A government portal that speaks OpenID Connect.
 *
 * @param issuer https address below which its configuration is found; empty: there is none
 * @param clientId and {@code clientSecret}: what the portal gave this installation
 * @param scope what is asked for, beside {@code openid}
 * @param nameClaim and {@code idClaim}: names under which the portal tells name and identity number
 */
@ConfigurationProperties("linli.people.oidc")
record OidcProperties(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("profile") String scope,
        @DefaultValue("name") String nameClaim,
        @DefaultValue("id_number") String idClaim) {}
