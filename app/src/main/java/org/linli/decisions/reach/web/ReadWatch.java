package org.linli.decisions.reach.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.VoteId;
import org.linli.decisions.reach.delivery.ReadNotes;
import org.linli.platform.scope.ViewerSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Notes who opened the notice or the ballot of a vote, after the page has gone out. */
@Configuration(proxyBeanMethods = false)
class ReadWatch implements HandlerInterceptor, WebMvcConfigurer {

    private static final Pattern PAGE = Pattern.compile("^/(?:my/)?votes/([0-9]+-[0-9]+)(?:/[0-9a-f]{32})?$");

    private final ObjectProvider<ViewerSource> viewers;
    private final ObjectProvider<ReadNotes> notes;

    ReadWatch(ObjectProvider<ViewerSource> viewers, ObjectProvider<ReadNotes> notes) {
        this.viewers = viewers;
        this.notes = notes;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/votes/*", "/my/votes/*", "/my/votes/*/*");
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failed) {
        if (response.getStatus() == HttpStatus.OK.value()) {
            voteRead(request)
                    .ifPresent(vote -> viewers.getObject()
                            .viewer(request)
                            .ifPresent(viewer -> notes.getObject().opened(vote, viewer.accountId())));
        }
    }

    /** The vote whose notice or ballot a request reads, under whatever path Linli lives; empty for any other request. */
    static Optional<VoteId> voteRead(HttpServletRequest request) {
        Matcher page = PAGE.matcher(
                request.getRequestURI().substring(request.getContextPath().length()));
        return page.matches() && HttpMethod.GET.matches(request.getMethod())
                ? VoteId.parse(page.group(1))
                : Optional.empty();
    }
}
