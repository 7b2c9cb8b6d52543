package dev.gatehouse.jenkins.page;

import dev.gatehouse.jenkins.result.ScanFolder;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/**
 * A scan's files, at {@code files/NAME} below its page. All are sent as downloads: the HTML report brings a script along,
 * and nothing that a scan wrote may run in the name of Jenkins.
 */
public final class Downloads {
    private final ScanFolder folder;

    Downloads(ScanFolder folder) {
        this.folder = folder;
    }

    /** What there is to download. */
    public List<String> getNames() {
        return ScanFolder.FILES.stream().filter(folder::has).toList();
    }

    public void doDynamic(StaplerRequest2 request, StaplerResponse2 response) throws IOException, ServletException {
        var path = request.getRestOfPath();
        var name = path.startsWith("/") ? path.substring(1) : path;
        if (!folder.has(name)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType(type(name));
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        response.setContentLengthLong(Files.size(folder.file(name)));
        Files.copy(folder.file(name), response.getOutputStream());
    }

    private static String type(String name) {
        if (name.endsWith(".html")) {
            return "text/html;charset=UTF-8";
        }
        if (name.endsWith(".xml")) {
            return "application/xml";
        }
        return name.endsWith(".md") ? "text/markdown;charset=UTF-8" : "application/json";
    }
}
