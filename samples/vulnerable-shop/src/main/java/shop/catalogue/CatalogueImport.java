package shop.catalogue;

import java.io.IOException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.owasp.encoder.Encode;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import shop.web.Page;
import shop.web.TwinServlet;

/**
 * A08:2025, CWE-502: in snakeyaml before 2.0 a tag in the text names the class to build (CVE-2022-1471). Found as an old
 * dependency; no rule of the code scanner knows the call.
 */
public final class CatalogueImport extends TwinServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void weak(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(new Yaml().load(parameter(request, "products")), response);
    }

    /** Builds maps, lists and plain values only. */
    @Override
    protected void fixed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(new Yaml(new SafeConstructor()).load(parameter(request, "products")), response);
    }

    private static void show(Object products, HttpServletResponse response) throws IOException {
        var form = Page.textForm("products", "Products as YAML", "- name: Cup\n  price: 6.00");
        Page.send(response, "Import products", form + "<pre>" + Encode.forHtml(String.valueOf(products)) + "</pre>");
    }
}
