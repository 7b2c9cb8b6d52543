package dev.gatehouse.trackers.jira.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.trackers.http.Answer;
import dev.gatehouse.trackers.http.Call;
import dev.gatehouse.trackers.http.Patience;
import dev.gatehouse.trackers.http.TrackerProblem;
import dev.gatehouse.trackers.jira.text.Document;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** {@link Jira} over HTTP. */
public final class RestJira implements Jira {
    private static final List<String> FIELDS =
            List.of("status", "resolution", "resolutiondate", "labels", "priority", "duedate");
    /** Bounds a search that never ends; 100 issues a page. */
    private static final int MOST_PAGES = 1000;

    private final Patience http;
    private final Edition edition;
    private final String project;

    public RestJira(Patience http, Edition edition, String project) {
        this.http = http;
        this.edition = edition;
        this.project = project;
    }

    /** Which kind of Jira answers there. */
    public static Edition detect(Patience http) {
        // v2 is there on both
        var type = http.send(Call.get("/rest/api/2/serverInfo"))
                .json()
                .path("deploymentType")
                .asText();
        return type.equalsIgnoreCase("Cloud") ? new Edition.Cloud() : new Edition.DataCenter();
    }

    @Override
    public Edition edition() {
        return edition;
    }

    @Override
    public String project() {
        return project;
    }

    @Override
    public URI page(String key) {
        return URI.create(http.client().base() + "/browse/" + Call.segment(key));
    }

    @Override
    public String myself() {
        var user = get("/myself").json();
        return user.path("displayName").asText(user.path("name").asText());
    }

    @Override
    public Map<String, Boolean> permissions(List<String> permissions) {
        var answer = http.send(Call.get(edition.root() + "/mypermissions")
                        .with("projectKey", project)
                        .with("permissions", String.join(",", permissions)))
                .json();
        var have = new LinkedHashMap<String, Boolean>();
        permissions.forEach(name -> have.put(
                name,
                answer.path("permissions").path(name).path("havePermission").asBoolean(false)));
        return have;
    }

    @Override
    public String projectName() {
        return get("/project/" + Call.segment(project)).json().path("name").asText();
    }

    @Override
    public Map<String, String> issueTypes() {
        var types = new LinkedHashMap<String, String>();
        pages("/issue/createmeta/%s/issuetypes".formatted(Call.segment(project)), "issueTypes")
                .forEach(type ->
                        types.put(type.path("name").asText(), type.path("id").asText()));
        return types;
    }

    @Override
    public List<Field> fields(String issueType) {
        return pages(
                        "/issue/createmeta/%s/issuetypes/%s".formatted(Call.segment(project), Call.segment(issueType)),
                        "fields")
                .stream()
                .map(Reading::field)
                .toList();
    }

    /** Cloud names the list by its content, Data Center calls it {@code values}. */
    private List<JsonNode> pages(String path, String name) {
        var all = new ArrayList<JsonNode>();
        for (int page = 0; page < MOST_PAGES; page++) {
            var answer = http.send(Call.get(edition.root() + path)
                            .with("startAt", Integer.toString(all.size()))
                            .with("maxResults", "50"))
                    .json();
            var part = answer.has(name) ? answer.path(name) : answer.path("values");
            part.forEach(all::add);
            if (part.isEmpty() || all.size() >= answer.path("total").asInt()) {
                break;
            }
        }
        return all;
    }

    @Override
    public Optional<Issue> issue(String key) {
        try {
            return Optional.of(Reading.issue(http.send(Call.get(edition.root() + "/issue/" + Call.segment(key))
                            .with("fields", String.join(",", FIELDS))
                            .with("properties", PROPERTY)
                            .with("expand", "changelog"))
                    .json()));
        } catch (TrackerProblem problem) {
            if (problem.kind() == TrackerProblem.Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw problem;
        }
    }

    @Override
    public Optional<WorkItem> work(String key) {
        try {
            return Optional.of(Reading.work(http.send(Call.get(edition.root() + "/issue/" + Call.segment(key))
                            .with("fields", "summary,issuetype,status,fixVersions"))
                    .json()));
        } catch (TrackerProblem problem) {
            if (problem.kind() == TrackerProblem.Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw problem;
        }
    }

    @Override
    public List<Issue> search(String jql) {
        var issues = new ArrayList<Issue>();
        var page = Optional.of("");
        for (int number = 0; page.isPresent(); number++) {
            if (number == MOST_PAGES) {
                throw new TrackerProblem(
                        TrackerProblem.Kind.NOT_THE_API, "a search gave more than %d pages".formatted(MOST_PAGES));
            }
            var answer = http.send(edition.search(jql, FIELDS, page.get())).json();
            answer.path("issues").forEach(issue -> issues.add(Reading.issue(issue)));
            page = edition.nextPage(answer, page.get());
        }
        return issues;
    }

    @Override
    public List<Creation> create(List<ObjectNode> issues) {
        var body = JsonNodeFactory.instance.objectNode();
        var updates = body.putArray("issueUpdates");
        issues.forEach(updates::add);
        if (issues.size() == 1) {
            return oneByOne(issues);
        }
        try {
            var answer = http.send(Call.post(edition.root() + "/issue/bulk", Jsons.bytes(body)))
                    .json();
            return Reading.creations(answer, issues.size());
        } catch (TrackerProblem problem) {
            // when not one of them could be made, the answer is 400 and does not say which has what fault
            if (problem.kind() == TrackerProblem.Kind.REFUSED) {
                return oneByOne(issues);
            }
            throw problem;
        }
    }

    private List<Creation> oneByOne(List<ObjectNode> issues) {
        var results = new ArrayList<Creation>();
        for (var issue : issues) {
            results.add(single(issue));
        }
        return results;
    }

    private Creation single(ObjectNode issue) {
        try {
            var made = http.send(Call.post(edition.root() + "/issue", Jsons.bytes(issue)))
                    .json();
            return new Creation.Created(
                    made.path("id").asLong(), made.path("key").asText());
        } catch (TrackerProblem problem) {
            if (problem.kind() == TrackerProblem.Kind.REFUSED) {
                return new Creation.Refused(problem);
            }
            throw problem;
        }
    }

    @Override
    public void update(String key, ObjectNode body) {
        http.send(Call.put(edition.root() + "/issue/" + Call.segment(key), Jsons.bytes(body)));
    }

    @Override
    public void mark(String key, JsonNode property) {
        http.send(Call.put(
                "%s/issue/%s/properties/%s".formatted(edition.root(), Call.segment(key), PROPERTY),
                Jsons.bytes(property)));
    }

    @Override
    public void remoteLink(String key, String globalId, String address, String title) {
        var body = JsonNodeFactory.instance.objectNode().put("globalId", globalId);
        body.putObject("application").put("type", "dev.gatehouse").put("name", "Gatehouse");
        body.putObject("object").put("url", address).put("title", title);
        http.send(Call.post("%s/issue/%s/remotelink".formatted(edition.root(), Call.segment(key)), Jsons.bytes(body))
                .asRepeatable());
    }

    @Override
    public List<Transition> transitions(String key) {
        var answer = http.send(Call.get("%s/issue/%s/transitions".formatted(edition.root(), Call.segment(key)))
                        .with("expand", "transitions.fields"))
                .json();
        return StreamSupport.stream(answer.path("transitions").spliterator(), false)
                .map(Reading::transition)
                .toList();
    }

    @Override
    public void transition(String key, String id, ObjectNode fields) {
        var body = JsonNodeFactory.instance.objectNode();
        body.putObject("transition").put("id", id);
        if (!fields.isEmpty()) {
            body.set("fields", fields);
        }
        http.send(Call.post("%s/issue/%s/transitions".formatted(edition.root(), Call.segment(key)), Jsons.bytes(body)));
    }

    @Override
    public void comment(String key, Document text, String event) {
        var body = JsonNodeFactory.instance.objectNode();
        body.set("body", edition.text(text));
        var property = body.putArray("properties").addObject().put("key", "gatehouse.event");
        property.putObject("value").put("event", event);
        http.send(Call.post("%s/issue/%s/comment".formatted(edition.root(), Call.segment(key)), Jsons.bytes(body)));
    }

    @Override
    public boolean hasComment(String key, String event) {
        var answer = http.send(Call.get("%s/issue/%s/comment".formatted(edition.root(), Call.segment(key)))
                        .with("orderBy", "-created")
                        .with("maxResults", "50")
                        .with("expand", "properties"))
                .json();
        return answer.path("comments").findValues("value").stream()
                .anyMatch(value -> value.path("event").asText().equals(event));
    }

    @Override
    public void link(String type, String from, String to) {
        var body = JsonNodeFactory.instance.objectNode();
        body.putObject("type").put("name", type);
        body.putObject("inwardIssue").put("key", from);
        body.putObject("outwardIssue").put("key", to);
        http.send(Call.post(edition.root() + "/issueLink", Jsons.bytes(body)).asRepeatable());
    }

    @Override
    public Optional<String> assignable(String word) {
        var users = http.send(Call.get(edition.root() + "/user/assignable/search")
                        .with("project", project)
                        .with(edition.userQuery(), word)
                        .with("maxResults", "2"))
                .json();
        return users.size() == 1
                ? Optional.of(users.get(0).path(edition.userKey()).asText()).filter(id -> !id.isEmpty())
                : Optional.empty();
    }

    @Override
    public List<Version> versions() {
        return StreamSupport.stream(
                        get("/project/%s/versions".formatted(Call.segment(project)))
                                .json()
                                .spliterator(),
                        false)
                .map(Reading::version)
                .toList();
    }

    @Override
    public Version createVersion(String name, String description) {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("project", project)
                .put("description", description);
        return Reading.version(http.send(Call.post(edition.root() + "/version", Jsons.bytes(body)))
                .json());
    }

    @Override
    public void releaseVersion(Version version, LocalDate day) {
        var body = JsonNodeFactory.instance.objectNode().put("released", true).put("releaseDate", day.toString());
        http.send(Call.put(edition.root() + "/version/" + Call.segment(version.id()), Jsons.bytes(body)));
    }

    private Answer get(String path) {
        return http.send(Call.get(edition.root() + path));
    }
}
