package dev.gatehouse.trackers.jira.check;

import dev.gatehouse.trackers.http.TrackerProblem;
import dev.gatehouse.trackers.jira.api.Field;
import dev.gatehouse.trackers.jira.api.Jira;
import dev.gatehouse.trackers.jira.api.Transition;
import dev.gatehouse.trackers.jira.settings.JiraSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Asks Jira for everything that linking will need, and says of each whether it is there. */
public final class ConnectionTest {
    private static final Set<String> FILLED =
            Set.of("project", "issuetype", "summary", "description", "labels", "reporter");

    private final Jira jira;
    private final JiraSettings settings;
    private final List<Result> results = new ArrayList<>();

    public ConnectionTest(Jira jira, JiraSettings settings) {
        this.jira = jira;
        this.settings = settings;
    }

    /** What became of one question. */
    public record Result(String what, Status status, String sentence) {}

    /** Whether it is as linking needs it. */
    public enum Status {
        YES,
        NO,
        /** It cannot be told without writing something. */
        UNKNOWN
    }

    /** All answers; a question that cannot be asked after an earlier no is not asked. */
    public List<Result> run() {
        if (ask("credentials", () -> yes("logged in as " + jira.myself()))
                && ask("project", () -> yes("%s is '%s'".formatted(jira.project(), jira.projectName())))) {
            permissions();
            ask("issue type", this::issueType);
            ask("transitions", this::transitions);
        }
        return List.copyOf(results);
    }

    private void permissions() {
        var needed = List.of(
                "BROWSE_PROJECTS", "CREATE_ISSUES", "EDIT_ISSUES", "TRANSITION_ISSUES", "ADD_COMMENTS", "LINK_ISSUES");
        try {
            jira.permissions(needed)
                    .forEach((name, have) -> results.add(new Result(
                            "permission " + name,
                            have ? Status.YES : Status.NO,
                            have ? "granted" : "not granted to this user in " + jira.project())));
        } catch (TrackerProblem problem) {
            results.add(new Result("permissions", Status.NO, problem.sentence()));
        }
    }

    private Result issueType() {
        var types = jira.issueTypes();
        var id = types.get(settings.look().issueType());
        if (id == null) {
            return no("'%s' is none of %s".formatted(settings.look().issueType(), String.join(", ", types.keySet())));
        }
        fields(jira.fields(id));
        return yes("'%s' can be made".formatted(settings.look().issueType()));
    }

    private void fields(List<Field> fields) {
        var set = settings.look().fields();
        fields.stream()
                .filter(Field::required)
                .filter(field -> !FILLED.contains(field.id()) && !set.containsKey(field.id()))
                .forEach(field -> results.add(new Result(
                        "field " + field.id(),
                        Status.NO,
                        "'%s' is required: set it under trackers.jira.issue.fields".formatted(field.name()))));
        var ids = fields.stream().map(Field::id).collect(Collectors.toSet());
        needed(ids, "labels", "issues are found again by a label, so put the field on the screen that creates issues");
        set.keySet().forEach(id -> needed(ids, id, "the settings fill it, but the screen does not have it"));
        fields.stream()
                .filter(field ->
                        field.id().equals("priority") && !field.allowed().isEmpty())
                .forEach(this::priorities);
    }

    private void needed(Set<String> ids, String id, String otherwise) {
        results.add(
                ids.contains(id)
                        ? new Result("field " + id, Status.YES, "on the screen")
                        : new Result("field " + id, Status.NO, otherwise));
    }

    private void priorities(Field field) {
        settings.look().priorities().values().stream()
                .distinct()
                .filter(name -> !field.allowed().contains(name))
                .forEach(name -> results.add(
                        new Result("priority " + name, Status.NO, "is none of " + String.join(", ", field.allowed()))));
    }

    /** Workflows show their transitions on an issue only. */
    private Result transitions() {
        var issues =
                jira.search("project = \"%s\" AND issuetype = \"%s\" AND statusCategory != Done ORDER BY created DESC"
                        .formatted(jira.project(), settings.look().issueType().replace("\"", "")));
        if (issues.isEmpty()) {
            return new Result(
                    "transitions",
                    Status.UNKNOWN,
                    "there is no open issue of this type yet, and a workflow shows its ways on an issue only");
        }
        var issue = issues.get(0);
        var offered = jira.transitions(issue.key());
        var ways = offered.stream().map(Transition::name).collect(Collectors.joining(", "));
        return offered.stream().anyMatch(Transition::toDone)
                ? yes("%s can be closed from '%s'".formatted(issue.key(), issue.status()))
                : no(
                        "%s in '%s' offers only %s, none of which leads to a status that means done; name the way under close.through"
                                .formatted(issue.key(), issue.status(), ways.isEmpty() ? "nothing" : ways));
    }

    private boolean ask(String what, Supplier<Result> question) {
        try {
            var result = question.get();
            results.add(new Result(what, result.status(), result.sentence()));
            return result.status() != Status.NO;
        } catch (TrackerProblem problem) {
            results.add(new Result(what, Status.NO, problem.sentence()));
            return false;
        }
    }

    private static Result yes(String sentence) {
        return new Result("", Status.YES, sentence);
    }

    private static Result no(String sentence) {
        return new Result("", Status.NO, sentence);
    }
}
