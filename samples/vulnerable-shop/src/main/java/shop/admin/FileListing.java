package shop.admin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.owasp.encoder.Encode;
import shop.store.Storage;
import shop.web.Page;
import shop.web.TwinServlet;

/** A01:2025, CWE-548 and CWE-530: the folder shows everything that is in it, a forgotten backup among it. */
public final class FileListing extends TwinServlet {
    private static final long serialVersionUID = 1L;
    private final transient Storage storage;

    public FileListing(Storage storage) {
        this.storage = storage;
    }

    @Override
    protected void weak(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (var files = Files.list(storage.files())) {
            var all = files.sorted().toList();
            for (var file : all) {
                if (("/" + file.getFileName()).equals(request.getPathInfo())) {
                    send(file, response);
                    return;
                }
            }
            var links = new StringBuilder("<ul>");
            for (var file : all) {
                var name = Encode.forHtml(file.getFileName().toString());
                links.append("<li><a href=\"%s\">%s</a></li>".formatted(name, name));
            }
            Page.send(response, "Index of /files", links.append("</ul>").toString());
        }
    }

    /** One public file, and no list. */
    @Override
    protected void fixed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if ("/".equals(request.getPathInfo())) {
            Page.send(response, "Files", "<p><a href=\"opening-hours.txt\">Opening hours</a></p>");
        } else if ("/opening-hours.txt".equals(request.getPathInfo())) {
            send(storage.files().resolve("opening-hours.txt"), response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static void send(Path file, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        Files.copy(file, response.getOutputStream());
    }
}
