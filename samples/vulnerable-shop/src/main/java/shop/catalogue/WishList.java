package shop.catalogue;

import java.io.IOException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.owasp.encoder.Encode;
import shop.web.Page;
import shop.web.TwinServlet;

/** A05:2025, CWE-79: what the visitor wished for comes back as part of the page. */
public final class WishList extends TwinServlet {
    private static final long serialVersionUID = 1L;
    private static final String ABOVE = Page.START + """
            <h1>Wish for a product</h1>
            <form><label>I wish for <input name="product" value="Oolong"></label> <button>Go</button></form>
            <p>You wished for \
            """;
    private static final String BELOW = "</p>" + Page.END;

    @Override
    protected void weak(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        var page = response.getWriter();
        page.print(ABOVE);
        page.print(parameter(request, "product"));
        page.print(BELOW);
    }

    /** Encoded for the place where it stands: HTML text. */
    @Override
    protected void fixed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        var page = response.getWriter();
        page.print(ABOVE);
        page.print(Encode.forHtml(parameter(request, "product")));
        page.print(BELOW);
    }
}
