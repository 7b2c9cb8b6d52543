package shop.cart;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.commons.collections.map.ListOrderedMap;
import org.owasp.encoder.Encode;
import shop.web.Page;
import shop.web.TwinServlet;

/**
 * A08:2025, CWE-502: the visitor keeps the cart as a serialized Java object. With commons-collections 3.2.1 on the class
 * path (CVE-2015-6420) reading it runs whatever the visitor put in.
 */
public final class SavedCart extends TwinServlet {
    private static final long serialVersionUID = 1L;
    private static final Pattern LINE = Pattern.compile("([a-z]{1,20})=([0-9]{1,3})");

    @Override
    protected void weak(HttpServletRequest request, HttpServletResponse response) throws Exception {
        var saved = parameter(request, "saved");
        if (saved.isEmpty()) {
            show("", example(), response);
            return;
        }
        try (var objects = new ObjectInputStream(
                new ByteArrayInputStream(Base64.getDecoder().decode(saved)))) {
            show(String.valueOf(objects.readObject()), saved, response);
        }
    }

    /** The cart is text: product and number. Whatever else is in there is no cart. */
    @Override
    protected void fixed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var saved = parameter(request, "saved");
        var cart = new TreeMap<String, Integer>();
        for (var line : saved.split(",")) {
            var parts = LINE.matcher(line);
            if (parts.matches()) {
                cart.put(parts.group(1), Integer.valueOf(parts.group(2)));
            }
        }
        show(cart.toString(), "cup=2,teapot=1", response);
    }

    private static void show(String cart, String saved, HttpServletResponse response) throws IOException {
        var form = Page.form("get", "saved", "Saved cart", Encode.forHtmlAttribute(saved));
        Page.send(response, "Restore a saved cart", form + "<p>" + Encode.forHtml(cart) + "</p>");
    }

    private static String example() throws IOException {
        var cart = ListOrderedMap.decorate(new TreeMap<>(Map.of("cup", 2, "teapot", 1)));
        var bytes = new ByteArrayOutputStream();
        try (var objects = new ObjectOutputStream(bytes)) {
            objects.writeObject(cart);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
