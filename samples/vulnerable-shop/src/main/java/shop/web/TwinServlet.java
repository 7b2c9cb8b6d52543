package shop.web;

import java.io.IOException;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * A page that is there twice: with a seeded weakness below {@code /weak}, without it below {@code /fixed}. Whoever
 * compares the two methods of a subclass sees what the repair is.
 */
public abstract class TwinServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    protected abstract void weak(HttpServletRequest request, HttpServletResponse response) throws Exception;

    protected abstract void fixed(HttpServletRequest request, HttpServletResponse response) throws Exception;

    @Override
    protected final void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setCharacterEncoding("UTF-8");
        try {
            if (request.getServletPath().startsWith("/weak/")) {
                weak(request, response);
            } else {
                fixed(request, response);
            }
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e.getMessage(), e);
        }
    }

    /** A request parameter; empty when the form was not filled in yet. */
    protected static String parameter(HttpServletRequest request, String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value;
    }
}
