package dev.gatehouse.trackers.jira.sync;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.trackers.jira.api.Jira;
import dev.gatehouse.trackers.jira.issue.Marker;
import dev.gatehouse.trackers.jira.issue.Wanted;
import dev.gatehouse.trackers.jira.settings.JiraSettings;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The fields of a new issue. */
final class NewIssue {
    /** Fields that an issue can do without: one that Jira refuses is left out, and said so. */
    static final Set<String> OPTIONAL = Set.of("assignee", "duedate", "priority", "components", "fixVersions");

    private final Jira jira;
    private final JiraSettings settings;
    private final Assignees assignees;

    NewIssue(Jira jira, JiraSettings settings, Assignees assignees) {
        this.jira = jira;
        this.settings = settings;
        this.assignees = assignees;
    }

    ObjectNode body(Wanted wanted, Marker marker, Set<String> without) {
        var body = JsonNodeFactory.instance.objectNode();
        var fields = body.putObject("fields");
        var look = settings.look();
        look.fields().forEach(fields::set);
        fields.putObject("project").put("key", jira.project());
        fields.putObject("issuetype").put("name", look.issueType());
        fields.put("summary", wanted.summary());
        fields.set("description", jira.edition().text(wanted.description()));
        var labels = fields.putArray("labels");
        labels(wanted, marker).forEach(labels::add);
        look.labels().forEach(labels::add);
        priority(wanted).ifPresent(name -> fields.putObject("priority").put("name", name));
        if (wanted.due() != null) {
            fields.put("duedate", wanted.due().toString());
        }
        names(fields, "components", look.componentsOf(wanted.places()));
        names(fields, "fixVersions", look.fixVersion() == null ? List.of() : List.of(look.fixVersion()));
        if (!without.contains("assignee")) {
            assignees
                    .first(wanted.owners())
                    .ifPresent(id -> fields.set("assignee", jira.edition().user(id)));
        }
        without.forEach(fields::remove);
        var property = body.putArray("properties").addObject().put("key", Jira.PROPERTY);
        property.set("value", mark(wanted, marker).json());
        return body;
    }

    /** Those by which a search finds the issue. */
    static List<String> labels(Wanted wanted, Marker marker) {
        return List.of(marker.label(), wanted.owner().label());
    }

    Mark mark(Wanted wanted, Marker marker) {
        return Mark.fresh(
                wanted,
                marker,
                priority(wanted).orElse(null),
                wanted.due() == null ? null : wanted.due().toString());
    }

    Optional<String> priority(Wanted wanted) {
        return Optional.ofNullable(settings.look().priorities().get(wanted.severity()));
    }

    private static void names(ObjectNode fields, String field, List<String> names) {
        if (!names.isEmpty()) {
            var array = fields.putArray(field);
            names.forEach(name -> array.addObject().put("name", name));
        }
    }
}
