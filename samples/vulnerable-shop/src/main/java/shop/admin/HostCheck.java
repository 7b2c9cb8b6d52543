package shop.admin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.owasp.encoder.Encode;
import shop.web.Page;
import shop.web.TwinServlet;

/** A05:2025, CWE-78: the name of the service becomes part of a shell command. */
public final class HostCheck extends TwinServlet {
    private static final long serialVersionUID = 1L;
    private static final int PATIENCE_SECONDS = 5;
    private static final int LONGEST_ANSWER = 2000;

    @Override
    protected void weak(HttpServletRequest request, HttpServletResponse response) throws Exception {
        var service = parameter(request, "service");
        show(Runtime.getRuntime().exec(new String[] {"/bin/sh", "-c", "echo checking " + service}), response);
    }

    /** No shell, and only services that the shop has. */
    @Override
    protected void fixed(HttpServletRequest request, HttpServletResponse response) throws Exception {
        var service = switch (parameter(request, "service")) {
            case "mail" -> "mail";
            case "database" -> "database";
            default -> "nothing";
        };
        show(Runtime.getRuntime().exec(new String[] {"echo", "checking", service}), response);
    }

    private static void show(Process process, HttpServletResponse response) throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        var answer = new String(process.getInputStream().readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
        var form = Page.form("get", "service", "Service", "mail");
        Page.send(response, "Check a service", form + "<pre>" + Encode.forHtml(answer) + "</pre>");
    }
}
