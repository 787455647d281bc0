package org.linli.platform.settings;

import org.linli.platform.ids.DivisionCode;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What this installation calls itself and which division it serves.
 *
 * @param title the portal's title in Chinese
 * @param titleEn the title on English pages
 * @param division code of the division that this installation governs, a city's by default
 * @param baseUrl the public address, used in printed links and for passkeys
 * @param demo whether the synthetic city is shown; every page says so
 */
@ConfigurationProperties("linli.portal")
public record Portal(
        @DefaultValue("邻里 · 台州市智慧物业") String title,
        @DefaultValue("Linli · Taizhou property governance") String titleEn,
        @DefaultValue("3310") String division,
        @DefaultValue("http://localhost:8080") String baseUrl,
        @DefaultValue("true") boolean demo) {

    public DivisionCode home() {
        return new DivisionCode(division);
    }
}
