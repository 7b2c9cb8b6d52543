package shop.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import shop.store.Storage;
import shop.web.Page;
import shop.web.TwinServlet;

/** A01:2025, CWE-22 once more, repaired the way most real code does it: by a check of where the path leads. */
public final class ProductManual extends TwinServlet {
    private static final long serialVersionUID = 1L;
    private static final String CHOICE =
            "<p><a href=\"?name=cup.txt\">Cup</a> or <a href=\"?name=teapot.txt\">Teapot</a></p>";
    private final transient Storage storage;

    public ProductManual(Storage storage) {
        this.storage = storage;
    }

    @Override
    protected void weak(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var name = request.getParameter("name");
        if (name == null) {
            Page.send(response, "Read a manual", CHOICE);
            return;
        }
        send(storage.manuals().resolve(Path.of(name)), response);
    }

    /** Resolved and normalised first, then refused when it is not below the folder any more. */
    @Override
    protected void fixed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var name = request.getParameter("name");
        if (name == null) {
            Page.send(response, "Read a manual", CHOICE);
            return;
        }
        var manual = storage.manuals().resolve(Path.of(name)).normalize();
        if (!manual.startsWith(storage.manuals()) || !Files.isRegularFile(manual)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        send(manual, response);
    }

    private static void send(Path manual, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        Files.copy(manual, response.getOutputStream());
    }
}
