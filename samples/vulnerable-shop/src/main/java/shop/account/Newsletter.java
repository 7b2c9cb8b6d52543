package shop.account;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import shop.web.Page;
import shop.web.TwinServlet;

/** A01:2025, CWE-352: any other site can send this form in a visitor's name. */
public final class Newsletter extends TwinServlet {
    private static final long serialVersionUID = 1L;
    private static final String TITLE = "Newsletter";
    private static final String FORM = """
            <form method="post">%s<label>E-mail <input name="mail" value="ada@shop.example"></label>
            <button>Subscribe</button></form>
            """;

    @Override
    protected void weak(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var subscribed = request.getMethod().equals("POST") ? "<p>Subscribed.</p>" : "";
        Page.send(response, TITLE, FORM.formatted("") + subscribed);
    }

    /** The form carries a secret of the session, which another site cannot read. */
    @Override
    protected void fixed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var session = request.getSession();
        if (session.getAttribute("csrfToken") == null) {
            session.setAttribute("csrfToken", UUID.randomUUID().toString());
        }
        var token = String.valueOf(session.getAttribute("csrfToken"));
        if (request.getMethod().equals("POST") && !same(token, parameter(request, "csrfToken"))) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        var subscribed = request.getMethod().equals("POST") ? "<p>Subscribed.</p>" : "";
        var field = "<input type=\"hidden\" name=\"csrfToken\" value=\"" + token + "\">";
        Page.send(response, TITLE, FORM.formatted(field) + subscribed);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
