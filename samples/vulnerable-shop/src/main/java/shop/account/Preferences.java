package shop.account;

import java.io.IOException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import shop.web.Page;
import shop.web.TwinServlet;

/** A06:2025, CWE-501: the visitor may name any attribute of the session, and one of them is the role. */
public final class Preferences extends TwinServlet {
    private static final long serialVersionUID = 1L;
    private static final String FORM = """
            <form method="post"><label>Preference <input name="name" value="theme"></label>
            <label>Value <input name="value" value="dark"></label> <button>Save</button></form>
            """;

    @Override
    protected void weak(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var name = request.getParameter("name");
        if (name != null) {
            request.getSession().setAttribute(name, parameter(request, "value"));
        }
        show(request, response);
    }

    /** One preference with two values; the session holds what the shop put there. */
    @Override
    protected void fixed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if ("theme".equals(request.getParameter("name"))) {
            var theme = "dark".equals(request.getParameter("value")) ? "dark" : "light";
            request.getSession().setAttribute("theme", theme);
        }
        show(request, response);
    }

    private static void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var role = "admin".equals(request.getSession().getAttribute("role")) ? "administrator" : "customer";
        Page.send(response, "Preferences", FORM + "<p>You are a " + role + ".</p>");
    }
}
