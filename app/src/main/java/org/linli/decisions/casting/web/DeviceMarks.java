package org.linli.decisions.casting.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.platform.keys.PersonalData;
import org.springframework.stereotype.Component;

/**
 * Tells one browser from another, so that many homes voting from one device are seen. The mark is random and says nothing of
 * its owner; only its keyed hash is stored.
 */
@Component
public class DeviceMarks {

    private static final String COOKIE = "linli-device";
    private static final int YEAR_SECONDS = 365 * 24 * 60 * 60;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final PersonalData personal;

    DeviceMarks(PersonalData personal) {
        this.personal = personal;
    }

    /** The keyed hash of this browser's mark, which it gets now if it had none. */
    public byte[] of(HttpServletRequest request, HttpServletResponse response) {
        return personal.hash("device", mark(request, response));
    }

    /** The keyed hash of the mark that this browser has already. */
    public Optional<byte[]> find(HttpServletRequest request) {
        return Optional.ofNullable(findMark(request)).map(mark -> personal.hash("device", mark));
    }

    /** This browser's mark, which it gets now if it had none. */
    String mark(HttpServletRequest request, HttpServletResponse response) {
        @Nullable String mark = findMark(request);
        if (mark == null) {
            byte[] bytes = new byte[16];
            RANDOM.nextBytes(bytes);
            mark = HexFormat.of().formatHex(bytes);
            Cookie cookie = new Cookie(COOKIE, mark);
            cookie.setHttpOnly(true);
            cookie.setSecure(request.isSecure());
            cookie.setAttribute("SameSite", "Lax");
            cookie.setPath(request.getContextPath().isEmpty() ? "/" : request.getContextPath());
            cookie.setMaxAge(YEAR_SECONDS);
            response.addCookie(cookie);
        }
        return mark;
    }

    private static @Nullable String findMark(HttpServletRequest request) {
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                if (cookie.getName().equals(COOKIE) && cookie.getValue().matches("[0-9a-f]{32}")) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }
}
