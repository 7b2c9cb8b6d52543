package dev.gatehouse.policy.release;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.policy.document.ClientVersionPolicy;
import dev.gatehouse.policy.json.CanonicalJson;
import dev.gatehouse.policy.ledger.Draft;
import dev.gatehouse.policy.ledger.Entry;
import dev.gatehouse.policy.ledger.Ledger;
import dev.gatehouse.policy.signing.Envelope;
import dev.gatehouse.policy.signing.Signer;
import dev.gatehouse.policy.support.SupportPolicy;
import dev.gatehouse.policy.support.SupportWindow;
import dev.gatehouse.policy.support.Track;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Signs what the clients of every declared track are told, and records that it was. */
public final class DocumentIssue {
    /** The type of the entry that records it. */
    public static final String TYPE = "document.exported";

    private final SupportPolicy policy;
    private final Signer signer;

    /** One track's document. */
    public record Document(Track track, Envelope envelope) {}

    public DocumentIssue(SupportPolicy policy, Signer signer) {
        this.policy = policy;
        this.signer = signer;
    }

    /** The declared tracks, in order. */
    public List<Track> tracks() {
        return policy.tracks().keySet().stream()
                .sorted(Comparator.comparing(Track::toString))
                .toList();
    }

    /** Records the issue first: the entry's sequence is the counter, which so only grows and is never given twice. */
    public List<Document> issue(Ledger<ReleaseState> ledger, String actor) {
        var payload = JsonNodeFactory.instance.objectNode().put("keyId", signer.keyId());
        var names = payload.putArray("tracks");
        tracks().forEach(track -> names.add(track.toString()));
        var windows = new LinkedHashMap<Track, SupportWindow>();
        var entry = ledger.decide((state, now) -> {
            tracks().forEach(track -> windows.put(track, state.window(track)));
            return new Draft(actor, EntryTypes.listed(TYPE), ReleaseState.VERSION, payload);
        });
        return windows.entrySet().stream().map(told -> sign(told, entry)).toList();
    }

    private Document sign(Map.Entry<Track, SupportWindow> told, Entry entry) {
        var json = ClientVersionPolicy.json(
                told.getKey(), told.getValue(), policy, entry.sequence(), signer.keyId(), entry.time());
        return new Document(told.getKey(), signer.sign(ClientVersionPolicy.TYPE, CanonicalJson.bytes(json)));
    }
}
