package shop.admin;

import java.io.IOException;
import java.util.logging.Logger;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.logging.log4j.LogManager;
import shop.web.Page;
import shop.web.TwinServlet;

/**
 * A03:2025: log4j-core 2.14.1 looks up <code>${jndi:...}</code> in the lines that it writes (CVE-2021-44228), here in the
 * name of the visitor's browser.
 */
public final class VisitLog extends TwinServlet {
    private static final long serialVersionUID = 1L;
    private static final org.apache.logging.log4j.Logger OLD = LogManager.getLogger(VisitLog.class);
    private static final Logger LOG = Logger.getLogger(VisitLog.class.getName());

    @Override
    protected void weak(HttpServletRequest request, HttpServletResponse response) throws IOException {
        OLD.info("visit with {}", request.getHeader("User-Agent"));
        show(response);
    }

    /** A logger that writes what it is given, without line breaks. */
    @Override
    protected void fixed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var browser = String.valueOf(request.getHeader("User-Agent"));
        LOG.info("visit with " + browser.replace('\n', '_').replace('\r', '_'));
        show(response);
    }

    private static void show(HttpServletResponse response) throws IOException {
        Page.send(response, "Count this visit", "<p>Counted.</p>");
    }
}
