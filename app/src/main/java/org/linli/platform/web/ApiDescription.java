package org.linli.platform.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the API says of itself at {@code /v3/api-docs}. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Linli")
                        .version("v1")
                        .description(
                                "Figures of residential property governance; each opens to its rows. Names and codes are "
                                        + "stable; words follow Accept-Language (zh or en). Refusals are problem details "
                                        + "(RFC 9457) with a stable code.")
                        .license(new License().name("Apache-2.0")));
    }
}
