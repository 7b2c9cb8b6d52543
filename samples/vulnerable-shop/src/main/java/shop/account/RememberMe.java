package shop.account;

import java.io.IOException;
import java.util.UUID;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import shop.web.Page;
import shop.web.TwinServlet;

/** A02:2025, CWE-614 and CWE-1004: a cookie that scripts can read and that travels unencrypted. */
public final class RememberMe extends TwinServlet {
    private static final long serialVersionUID = 1L;
    private static final String THANKS = "<p>We will know you again.</p>";

    @Override
    protected void weak(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var cookie = new Cookie("visitor", UUID.randomUUID().toString());
        cookie.setSecure(false);
        cookie.setHttpOnly(false);
        response.addCookie(cookie);
        Page.send(response, "Remember me", THANKS);
    }

    /** For HTTPS only, out of the reach of scripts. */
    @Override
    protected void fixed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var cookie = new Cookie("visitor", UUID.randomUUID().toString());
        cookie.setSecure(true);
        cookie.setHttpOnly(true);
        response.addCookie(cookie);
        Page.send(response, "Remember me", THANKS);
    }
}
