package shop.account;

import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import shop.web.Page;
import shop.web.TwinServlet;

/** A09:2025, CWE-117: a name with a line break in it writes a second line into the log, of the visitor's choice. */
public final class SignInLog extends TwinServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(SignInLog.class.getName());

    @Override
    protected void weak(HttpServletRequest request, HttpServletResponse response) throws IOException {
        LOG.log(Level.INFO, "failed sign-in of {0}", parameter(request, "user"));
        show(response);
    }

    /** One event, one line. */
    @Override
    protected void fixed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var user = parameter(request, "user").replace('\n', '_').replace('\r', '_');
        LOG.log(Level.INFO, "failed sign-in of {0}", user);
        show(response);
    }

    private static void show(HttpServletResponse response) throws IOException {
        Page.send(response, "Report a failed sign-in", Page.form("get", "user", "Name", "ada") + "<p>Noted.</p>");
    }
}
