package dev.gatehouse.policy.statement.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.policy.statement.Grid;
import dev.gatehouse.policy.statement.State;
import dev.gatehouse.policy.statement.Statement;
import dev.gatehouse.policy.statement.Told;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A statement as JSON, for programs; {@code docs/schema/statement.schema.json} describes it. */
public final class JsonPage {
    private static final String SCHEMA = "1.0";

    private JsonPage() {}

    public static String of(Statement statement, String tool) {
        var plan = statement.plan();
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("schemaVersion", SCHEMA)
                .put("title", plan.title())
                .put("product", plan.product())
                .put("contact", plan.contact())
                .put("created", statement.created().toString())
                .put("tool", tool);
        var counts = json.putObject("counts");
        for (var state : State.values()) {
            counts.put(state.key(), statement.count(state));
        }
        var claims = json.putArray("claims");
        statement.claims().forEach(told -> claim(claims.addObject(), told));
        return json.toPrettyString() + "\n";
    }

    private static void claim(ObjectNode json, Told told) {
        json.put("id", told.claim().id())
                .put("kind", told.claim().kind())
                .put("title", told.claim().title())
                .put("state", told.state().key())
                .put("since", told.since().toString())
                .put("reason", told.answer().sentence());
        var grid = told.answer().grid();
        if (grid != null) {
            var table = json.putObject("table");
            var columns = table.putArray("columns");
            grid.columns().forEach(columns::add);
            var rows = table.putArray("rows");
            grid.rows().forEach(row -> row(rows.addObject(), row));
        }
        var proofs = json.putArray("evidence");
        told.answer().proofs().forEach(proof -> {
            var one = proofs.addObject().put("name", proof.name());
            if (proof.sha256() != null) {
                one.put("sha256", proof.sha256());
            }
            if (proof.href() != null) {
                one.put("href", proof.href());
            }
        });
    }

    private static void row(ObjectNode json, Grid.Row row) {
        if (row.state() != null) {
            json.put("state", row.state().key());
        }
        var cells = json.putArray("cells");
        row.cells().forEach(cells::add);
    }

    /** What an earlier statement said; nothing where it is none that this version wrote. */
    public static Map<String, Statement.Before> before(byte[] earlier) {
        var before = new HashMap<String, Statement.Before>();
        try {
            var json = new ObjectMapper().readTree(earlier);
            if (!json.path("schemaVersion").asText("").startsWith("1.")) {
                return Map.of();
            }
            for (var claim : json.path("claims")) {
                var since = Instant.parse(claim.path("since").asText(""));
                State.find(claim.path("state").asText(""))
                        .ifPresent(
                                state -> before.put(claim.path("id").asText(""), new Statement.Before(state, since)));
            }
            return before;
        } catch (IOException | DateTimeException e) {
            return Map.of();
        }
    }
}
