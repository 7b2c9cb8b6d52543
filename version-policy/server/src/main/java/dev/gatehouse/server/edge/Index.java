package dev.gatehouse.server.edge;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.policy.edge.http.Answer;
import dev.gatehouse.policy.edge.http.Asked;
import dev.gatehouse.policy.edge.http.EntityTag;
import dev.gatehouse.policy.edge.http.Head;
import dev.gatehouse.policy.json.CanonicalJson;
import dev.gatehouse.policy.json.Sha256;
import dev.gatehouse.server.edge.store.Documents;
import dev.gatehouse.server.edge.store.Held;
import java.util.Comparator;

/** {@code /v1/apps}: which documents there are, so that another edge can copy them. Made anew when one has changed. */
final class Index {
    static final String PATH = "/v1/apps";

    private final Documents documents;
    private volatile Page page = new Page(-1, "", Answer.empty(Head.of(200)), Answer.empty(Head.of(304)));

    private record Page(long revision, String tag, Answer whole, Answer unchanged) {}

    Index(Documents documents) {
        this.documents = documents;
    }

    Answer answer(Asked asked) {
        var ready = page;
        if (ready.revision() != documents.revision()) {
            ready = make();
            page = ready;
        }
        return EntityTag.matches(asked.header("if-none-match"), ready.tag()) ? ready.unchanged() : ready.whole();
    }

    private Page make() {
        long revision = documents.revision();
        var json = JsonNodeFactory.instance.objectNode();
        var list = json.putArray("documents");
        documents.all().stream()
                .sorted(Comparator.comparing(
                        (Held held) -> held.document().track().toString()))
                .forEach(held -> {
                    var track = held.document().track();
                    list.addObject()
                            .put("app", track.app())
                            .put("platform", track.platform())
                            .put("channel", track.channel())
                            .put("counter", held.document().counter())
                            .put("etag", held.envelope().tag());
                });
        var body = CanonicalJson.bytes(json);
        var tag = '"' + Sha256.of(body).substring(0, 32) + '"';
        var common = Head.of(200).with("etag", tag).with("cache-control", "public, max-age=5");
        return new Page(
                revision,
                tag,
                Answer.of(common.with("content-type", "application/json"), body),
                Answer.empty(Head.of(304).with("etag", tag).with("cache-control", "public, max-age=5")));
    }
}
