package org.linli.platform.web;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** Inverted port: sign-in adds its own filters, such as those of passkeys. */
public interface SignInCustomizer {
    void customize(HttpSecurity http);
}
