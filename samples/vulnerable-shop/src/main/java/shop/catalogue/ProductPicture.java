package shop.catalogue;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import shop.store.Storage;
import shop.web.Page;
import shop.web.TwinServlet;

/** A01:2025, CWE-22: the visitor says which file to read. */
public final class ProductPicture extends TwinServlet {
    private static final long serialVersionUID = 1L;
    private static final String CHOICE =
            "<p><a href=\"?name=cup.svg\">Cup</a> or <a href=\"?name=teapot.svg\">Teapot</a></p>";
    private final transient Storage storage;

    public ProductPicture(Storage storage) {
        this.storage = storage;
    }

    @Override
    protected void weak(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var name = request.getParameter("name");
        if (name == null) {
            Page.send(response, "Look at a picture", CHOICE);
            return;
        }
        try (var picture = new FileInputStream(new File(storage.pictures().toFile(), name))) {
            response.setContentType("image/svg+xml");
            picture.transferTo(response.getOutputStream());
        }
    }

    /** The visitor chooses, the shop names the file. */
    @Override
    protected void fixed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var name = request.getParameter("name");
        if (name == null) {
            Page.send(response, "Look at a picture", CHOICE);
            return;
        }
        var file = switch (name) {
            case "cup.svg" -> "cup.svg";
            case "teapot.svg" -> "teapot.svg";
            default -> null;
        };
        if (file == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("image/svg+xml");
        Files.copy(storage.pictures().resolve(file), response.getOutputStream());
    }
}
