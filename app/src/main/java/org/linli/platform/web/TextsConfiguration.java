package org.linli.platform.web;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** Each feature brings {@code messages/<feature>.properties} (Chinese) and {@code …_en.properties}. */
@Configuration(proxyBeanMethods = false)
class TextsConfiguration {

    /** Chinese first: the language changes only by the reader's own choice, kept in a cookie. */
    static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    @Bean
    MessageSource messageSource() throws IOException {
        ResourceBundleMessageSource source = new ResourceBundleMessageSource();
        source.setBasenames(basenames().toArray(String[]::new));
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        source.setAlwaysUseMessageFormat(true);
        return source;
    }

    @Bean
    LocaleResolver localeResolver() {
        CookieLocaleResolver resolver = new CookieLocaleResolver("linli-lang");
        resolver.setDefaultLocale(CHINESE);
        resolver.setRejectInvalidCookies(false);
        resolver.setCookieHttpOnly(true);
        resolver.setCookieMaxAge(java.time.Duration.ofDays(365));
        return resolver;
    }

    private static Set<String> basenames() throws IOException {
        Set<String> names = new TreeSet<>();
        for (Resource file :
                new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
            String name = String.valueOf(file.getFilename()).replace(".properties", "");
            names.add("messages/" + (name.endsWith("_en") ? name.substring(0, name.length() - 3) : name));
        }
        return names;
    }
}
