package shop.catalogue;

import java.io.IOException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import shop.web.Page;
import shop.web.TwinServlet;

/** A01:2025, CWE-601: the link decides where the shop sends its visitor. */
public final class SupplierLink extends TwinServlet {
    private static final long serialVersionUID = 1L;
    private static final String CHOICE = "<p><a href=\"?to=/\">Our own garden</a></p>";

    @Override
    protected void weak(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var to = request.getParameter("to");
        if (to == null) {
            Page.send(response, "Visit a supplier", CHOICE);
            return;
        }
        response.sendRedirect(to);
    }

    /** Only suppliers that the shop knows. */
    @Override
    protected void fixed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var to = request.getParameter("to");
        if (to == null) {
            Page.send(response, "Visit a supplier", CHOICE);
            return;
        }
        switch (to) {
            case "garden", "/" -> response.sendRedirect("/");
            default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
