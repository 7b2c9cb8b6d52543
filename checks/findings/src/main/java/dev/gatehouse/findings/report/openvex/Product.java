package dev.gatehouse.findings.report.openvex;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import dev.gatehouse.findings.model.ProjectInfo;
import dev.gatehouse.findings.report.ReportJson;
import dev.gatehouse.findings.text.VisibleText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What a statement is about. */
final class Product {
    private Product() {}

    /** The scanned project's own package URL; its version is the commit. */
    static String of(ProjectInfo project) {
        var commit = project.commit();
        return "pkg:generic/" + encoded(project.name()) + (commit == null ? "" : "@" + encoded(commit));
    }

    /** A library by its own package URL; a weakness of the code is the project's. */
    static ObjectNode affected(Finding finding, String project) {
        var json = ReportJson.mapper().createObjectNode();
        if (finding.location() instanceof Location.Dependency library) {
            var purl = VisibleText.line(library.purl());
            json.put("@id", purl).putObject("identifiers").put("purl", purl);
        } else {
            json.put("@id", project).putObject("identifiers").put("purl", project);
        }
        return json;
    }

    /** A known vulnerability by its name; a weakness that only this scan knows by the finding's. */
    static ObjectNode vulnerability(Finding finding) {
        var json = ReportJson.mapper().createObjectNode();
        var known = finding.location() instanceof Location.Dependency;
        json.put("name", VisibleText.line(known ? finding.rule() : "gatehouse:" + finding.id()));
        json.put("description", VisibleText.line(finding.title()));
        return json;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
