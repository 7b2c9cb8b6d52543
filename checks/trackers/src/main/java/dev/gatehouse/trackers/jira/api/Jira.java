package dev.gatehouse.trackers.jira.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.trackers.jira.text.Document;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One project of one Jira. Every call throws {@link dev.gatehouse.trackers.http.TrackerProblem} when Jira does not do as
 * it is asked.
 */
public interface Jira {
    /** The issue property by which we know our issues. People do not see it, so they cannot edit it. */
    String PROPERTY = "gatehouse.finding";

    /** Issues that Jira makes in one request, at most. */
    int BULK = 50;

    Edition edition();

    String project();

    /** Where a person sees the issue. */
    URI page(String key);

    /** Display name of who asks. */
    String myself();

    /** Names and whether we have them, of {@code permissions} in the project. */
    Map<String, Boolean> permissions(List<String> permissions);

    /** Name of the project. */
    String projectName();

    /** Ids by name of the project's issue types. */
    Map<String, String> issueTypes();

    /** The fields of the screen that creates issues of a type. */
    List<Field> fields(String issueType);

    /** The issue, by key, from the database and not from the index; empty when it is gone or not to be seen. */
    Optional<Issue> issue(String key);

    /** Any issue that may be seen; empty when it is gone or not to be seen. */
    Optional<WorkItem> work(String key);

    /** All pages. May lag behind, see {@link Edition#searchLag}. */
    List<Issue> search(String jql);

    /** Makes issues in one request; as many answers as were asked for, in order. */
    List<Creation> create(List<ObjectNode> issues);

    void update(String key, ObjectNode body);

    void mark(String key, JsonNode property);

    /** Creates the link or updates the one with the same global id. */
    void remoteLink(String key, String globalId, String address, String title);

    List<Transition> transitions(String key);

    void transition(String key, String id, ObjectNode fields);

    void comment(String key, Document text, String event);

    /** Whether a comment with that event is there. */
    boolean hasComment(String key, String event);

    /** Links two issues, once. */
    void link(String type, String from, String to);

    /** The id of the one user that may be assigned and is found by the word; empty for none or several. */
    Optional<String> assignable(String word);

    List<Version> versions();

    Version createVersion(String name, String description);

    void releaseVersion(Version version, java.time.LocalDate day);
}
