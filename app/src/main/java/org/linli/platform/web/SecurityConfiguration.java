package org.linli.platform.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * Headers, sessions and forgery protection for everything; who may call which handler is decided at the handler by
 * {@code ScopeGate}, which denies what carries no mark.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** A request is timed once, as a whole; a measurement of its own around each of a dozen filters costs more than what they do. */
    @Bean
    SecurityObservationSettings observeNoFilters() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain filters(HttpSecurity http, SignInCustomizer signIn) {
        PathPatternRequestMatcher.Builder path = PathPatternRequestMatcher.withDefaults();
        IpAddressMatcher loopback4 = new IpAddressMatcher("127.0.0.0/8");
        IpAddressMatcher loopback6 = new IpAddressMatcher("::1");
        http.authorizeHttpRequests(requests -> requests.requestMatchers(path.matcher("/actuator/health/**"))
                        .permitAll()
                        .requestMatchers(
                                request -> request.getRequestURI().startsWith(request.getContextPath() + "/actuator")
                                        && !loopback4.matches(request)
                                        && !loopback6.matches(request))
                        .denyAll()
                        .anyRequest()
                        .permitAll())
                .csrf(Customizer.withDefaults())
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(permissions ->
                                permissions.policy("camera=(), microphone=(), geolocation=(), payment=()")))
                .anonymous(Customizer.withDefaults())
                .requestCache(cache -> cache.disable())
                .formLogin(form -> form.disable())
                .httpBasic(basic -> basic.disable())
                .logout(logout -> logout.disable());
        signIn.customize(http);
        return http.build();
    }
}
