package shop.admin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import shop.web.TwinServlet;

/** A02:2025, CWE-942: every site may read the stock with its visitor's browser. */
public final class StockApi extends TwinServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void weak(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Access-Control-Allow-Origin", "*");
        show(response);
    }

    /** One other site, named. */
    @Override
    protected void fixed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Access-Control-Allow-Origin", "https://warehouse.example");
        show(response);
    }

    private static void show(HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.getOutputStream().write("{\"cup\": 12, \"teapot\": 3}\n".getBytes(StandardCharsets.UTF_8));
    }
}
