package shop.cart;

import java.io.IOException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.commons.text.StringSubstitutor;
import org.owasp.encoder.Encode;
import shop.web.Page;
import shop.web.TwinServlet;

/**
 * A03:2025: commons-text 1.9 looks up <code>${url:...}</code>, <code>${dns:...}</code> and <code>${script:...}</code> in
 * whatever text it gets (CVE-2022-42889).
 */
public final class GiftMessage extends TwinServlet {
    private static final long serialVersionUID = 1L;
    private static final String LETTER = "With this gift comes a message: ${message}";

    @Override
    protected void weak(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var letter = LETTER.replace("${message}", parameter(request, "message"));
        show(StringSubstitutor.createInterpolator().replace(letter), response);
    }

    /** The message is put in last, and nothing looks things up in it. */
    @Override
    protected void fixed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(LETTER.replace("${message}", parameter(request, "message")), response);
    }

    private static void show(String letter, HttpServletResponse response) throws IOException {
        var form = Page.form("get", "message", "Message", "Enjoy!");
        Page.send(response, "Write a gift message", form + "<p>" + Encode.forHtml(letter) + "</p>");
    }
}
