package org.linli.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * How long browsers keep static files. A name that holds the hash of its content never changes its meaning and is kept for a year;
 * any other is asked for again after ten minutes, by its tag.
 */
@Configuration(proxyBeanMethods = false)
class AssetCaching implements WebMvcConfigurer {

    /** As {@code ContentVersionStrategy} names files: an MD5 in hexadecimal before the ending. */
    private static final Pattern WITH_HASH = Pattern.compile(".+-[0-9a-f]{32}\\.\\w+");

    private static final String A_YEAR = "max-age=31536000, public, immutable";
    private static final String A_WHILE = "max-age=600, must-revalidate, public";

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
            @Override
            public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                if (handler instanceof ResourceHttpRequestHandler) {
                    boolean hashed = WITH_HASH.matcher(request.getRequestURI()).matches();
                    response.setHeader(HttpHeaders.CACHE_CONTROL, hashed ? A_YEAR : A_WHILE);
                }
                return true;
            }
        });
    }

    /** Weak tags: Tomcat does not compress what has a strong one. */
    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> assetTags() {
        ShallowEtagHeaderFilter filter = new ShallowEtagHeaderFilter();
        filter.setWriteWeakETag(true);
        FilterRegistrationBean<ShallowEtagHeaderFilter> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns("/assets/*", "/webjars/*", "/favicon.ico", "/robots.txt");
        return registration;
    }
}
