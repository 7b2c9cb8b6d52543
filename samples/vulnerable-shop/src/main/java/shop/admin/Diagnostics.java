package shop.admin;

import java.io.IOException;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import shop.web.Page;
import shop.web.TwinServlet;

/** A10:2025, CWE-209: what went wrong inside is told to whoever made it go wrong. */
public final class Diagnostics extends TwinServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(Diagnostics.class.getName());
    private static final String FORM = Page.form("get", "days", "Orders of the last days", "7");

    @Override
    protected void weak(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            show(request, response);
        } catch (Exception e) {
            response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            e.printStackTrace(response.getWriter());
        }
    }

    /** The details go to the log; the visitor gets a reference to them. */
    @Override
    protected void fixed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            show(request, response);
        } catch (Exception e) {
            var reference = UUID.randomUUID();
            LOG.log(Level.WARNING, e, () -> "not a number of days, reference " + reference);
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            Page.send(response, "Diagnostics", FORM + "<p>Not a number. Reference: " + reference + "</p>");
        }
    }

    private static void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var days = parameter(request, "days");
        int orders = 2 * (days.isEmpty() ? 1 : Integer.parseInt(days));
        Page.send(response, "Diagnostics", FORM + "<p>" + orders + " orders</p>");
    }
}
