package shop.cart;

import java.io.IOException;
import java.io.StringReader;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.xml.parsers.DocumentBuilderFactory;
import org.owasp.encoder.Encode;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import shop.web.Page;
import shop.web.TwinServlet;

/** A02:2025, CWE-611: the XML parser follows entities into the shop's files. */
public final class OrderImport extends TwinServlet {
    private static final long serialVersionUID = 1L;
    private static final String EXAMPLE = "<order><item>Cup</item></order>";

    @Override
    protected void weak(HttpServletRequest request, HttpServletResponse response) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        show(factory.newDocumentBuilder().parse(new InputSource(new StringReader(order(request)))), response);
    }

    /** A document with a DOCTYPE is refused, so there are no entities. */
    @Override
    protected void fixed(HttpServletRequest request, HttpServletResponse response) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        show(factory.newDocumentBuilder().parse(new InputSource(new StringReader(order(request)))), response);
    }

    private static String order(HttpServletRequest request) {
        var order = parameter(request, "order");
        return order.isEmpty() ? EXAMPLE : order;
    }

    private static void show(Document order, HttpServletResponse response) throws IOException {
        var form = Page.textForm("order", "Order as XML", Encode.forHtml(EXAMPLE));
        var text = order.getDocumentElement().getTextContent();
        Page.send(response, "Send an order as XML", form + "<p>Ordered: " + Encode.forHtml(text) + "</p>");
    }
}
