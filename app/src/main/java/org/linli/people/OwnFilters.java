package org.linli.people;

import org.linli.platform.web.SignInCustomizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Who is signed in stands in our own session attributes; Spring Security keeps no second copy of it. */
@Component
class OwnFilters implements SignInCustomizer {
    @Override
    public void customize(HttpSecurity http) {
        http.securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()));
    }
}
