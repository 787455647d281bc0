package org.linli.platform.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.InternalResourceViewResolver;
import org.springframework.web.servlet.view.RedirectView;

/** Renders JTE templates that were compiled with the application; each gets {@code ui} and {@code page}. */
@Configuration(proxyBeanMethods = false)
class JteConfiguration {

    @Bean
    TemplateEngine templateEngine() {
        return TemplateEngine.createPrecompiled(ContentType.Html);
    }

    @Bean
    ViewResolver jteViewResolver(TemplateEngine engine, Frames frames) {
        return (String name, Locale locale) -> {
            if (name.startsWith("redirect:")) {
                RedirectView redirect = new RedirectView(name.substring("redirect:".length()), true);
                redirect.setStatusCode(org.springframework.http.HttpStatus.SEE_OTHER);
                redirect.setExposeModelAttributes(false);
                return redirect;
            }
            return engine.hasTemplate(name + ".jte") ? new JteView(engine, frames, name + ".jte") : null;
        };
    }

    private record JteView(TemplateEngine engine, Frames frames, String template) implements View {

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws Exception {
            Map<String, @Nullable Object> parameters = new HashMap<>();
            parameters.put("page", model == null ? null : model.get("page"));
            Ui ui = frames.of(request);
            parameters.put("ui", ui);
            Utf8ByteOutput output = new Utf8ByteOutput();
            engine.render(template, parameters, output);
            if (!ui.refusedDates().isEmpty() && response.getStatus() == HttpServletResponse.SC_OK) {
                response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            }
            response.setContentType(getContentType());
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        }
    }

    /** Keeps Spring Boot from offering JSP views. */
    @Bean
    InternalResourceViewResolver defaultViewResolver() {
        InternalResourceViewResolver none = new InternalResourceViewResolver();
        none.setViewNames("none");
        return none;
    }
}
