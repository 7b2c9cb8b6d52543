package shop.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.owasp.encoder.Encode;
import shop.web.Page;
import shop.web.TwinServlet;

/** A01:2025, CWE-918: the shop's server asks any address that the visitor names. */
public final class PicturePreview extends TwinServlet {
    private static final long serialVersionUID = 1L;
    private static final String TITLE = "Preview from a partner";
    private static final int PATIENCE_MILLIS = 2000;
    private static final int LONGEST_PREVIEW = 2000;

    @Override
    protected void weak(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var url = request.getParameter("url");
        if (url == null) {
            Page.send(response, TITLE, Page.form("get", "url", "Address", "http://127.0.0.1:1/cup.svg"));
            return;
        }
        var connection = new URL(url).openConnection();
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        try (var picture = connection.getInputStream()) {
            show(picture, response);
        }
    }

    /** The visitor chooses among partners; their pictures are part of the shop. */
    @Override
    protected void fixed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var partner = request.getParameter("url");
        if (partner == null) {
            Page.send(response, TITLE, Page.form("get", "url", "Partner", "potter"));
            return;
        }
        if (!partner.equals("potter")) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try (var picture = PicturePreview.class.getResourceAsStream("/partners/potter.txt")) {
            show(picture, response);
        }
    }

    private static void show(InputStream picture, HttpServletResponse response) throws IOException {
        var content = new String(picture.readNBytes(LONGEST_PREVIEW), StandardCharsets.UTF_8);
        Page.send(response, TITLE, "<pre>" + Encode.forHtml(content) + "</pre>");
    }
}
