package dev.gatehouse.policy.statement.file;

import dev.gatehouse.findings.config.Mistakes;
import dev.gatehouse.findings.config.YamlFile;
import dev.gatehouse.findings.config.YamlMap;
import dev.gatehouse.findings.config.YamlValue;
import dev.gatehouse.policy.statement.Claim;
import dev.gatehouse.policy.statement.Sources;
import dev.gatehouse.policy.statement.StatementPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a {@code statement.yml}. Files that it names are looked for beside it. */
public final class StatementReader {
    private final Path folder;
    private final Mistakes mistakes = new Mistakes();

    private StatementReader(Path folder) {
        this.folder = folder;
    }

    /** Throws {@link dev.gatehouse.findings.BadInput} with a line for every mistake. */
    public static StatementPlan read(Path file) {
        var parent = file.toAbsolutePath().getParent();
        var reader = new StatementReader(parent == null ? file : parent);
        var plan = reader.plan(YamlFile.read(file));
        reader.mistakes.throwIfAny();
        return plan;
    }

    private StatementPlan plan(YamlMap keys) {
        mistakes.addAll(keys.strangers(List.of("title", "product", "contact", "summary", "evidence", "claims")));
        return new StatementPlan(
                text(keys, "title"),
                text(keys, "product"),
                text(keys, "contact"),
                keys.get("summary").map(YamlValue::text).orElse(""),
                mistakes.in(() -> sources(keys.require("evidence").map())).orElse(NOTHING),
                mistakes.in(() -> claims(keys.require("claims"))).orElse(List.of()));
    }

    private static final Sources NOTHING =
            new Sources(Path.of(""), null, null, null, null, null, null, null, null, List.of(), "");

    private String text(YamlMap keys, String key) {
        return mistakes.in(() -> keys.require(key).text()).orElse("");
    }

    private Sources sources(YamlMap keys) {
        keys.only(
                "policy",
                "floor",
                "ledger",
                "key",
                "checkpoint",
                "report",
                "documents",
                "adoption",
                "bundles",
                "published");
        return new Sources(
                folder,
                path(keys, "policy"),
                path(keys, "floor"),
                keys.get("ledger")
                        .map(YamlValue::text)
                        .map(text -> text.startsWith("jdbc:")
                                ? text
                                : folder.resolve(text).toString())
                        .orElse(null),
                path(keys, "key"),
                path(keys, "checkpoint"),
                path(keys, "report"),
                path(keys, "documents"),
                path(keys, "adoption"),
                keys.get("bundles").map(YamlValue::list).orElse(List.of()).stream()
                        .map(bundle -> bundle.as(folder::resolve))
                        .toList(),
                keys.get("published").map(StatementReader::address).orElse(""));
    }

    private @Nullable Path path(YamlMap keys, String key) {
        return keys.get(key).map(value -> value.as(folder::resolve)).orElse(null);
    }

    /** An address of the web: nothing else becomes a link on a page. */
    static String address(YamlValue value) {
        if (!value.text().matches("https?://[!-~]+")) {
            throw value.wrong("'%s' is no address: it begins with https://".formatted(value.text()));
        }
        return value.text();
    }

    private List<Claim> claims(YamlValue list) {
        if (!list.isList() || list.list().isEmpty()) {
            throw list.wrong("a statement makes at least one claim: write a list of them");
        }
        var claims = new ArrayList<Claim>();
        var ids = new HashSet<String>();
        for (var value : list.list()) {
            mistakes.in(() -> new ClaimReader(value.map()).read()).ifPresent(claim -> {
                if (ids.add(claim.id())) {
                    claims.add(claim);
                } else {
                    mistakes.add(value.wrong(
                            "there are two claims '%s': give one of them another 'id'".formatted(claim.id())));
                }
            });
        }
        return claims;
    }
}
