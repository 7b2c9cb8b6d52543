package dev.gatehouse.engine.zap.rules;

import java.io.IOException;
import java.util.Map;
import org.parosproxy.paros.core.scanner.AbstractAppPlugin;
import org.parosproxy.paros.core.scanner.Category;
import org.parosproxy.paros.network.HttpMessage;

/** A rule about a page as it is, or as it answers a slightly different request. */
abstract class PageRule extends AbstractAppPlugin {
    private final Facts facts;

    PageRule(Facts facts) {
        this.facts = facts;
    }

    /** Looks at the answer that the spider got; whether it sends requests of its own the subclass says. */
    abstract void look(Answer answer) throws IOException;

    @Override
    public final void scan() {
        try {
            look(new Answer(getBaseMsg()));
        } catch (IOException e) {
            getLogger().debug("no answer", e);
        }
    }

    HttpMessage request() {
        return getNewMsg();
    }

    HttpMessage send(HttpMessage message) throws IOException {
        sendAndReceive(message, false);
        return message;
    }

    boolean stopped() {
        return isStop();
    }

    /** Tells ZAP what was found; the place is the request of {@code proof}. */
    void report(HttpMessage proof, String parameter, String attack, String evidence, int confidence) {
        newAlert()
                .setConfidence(confidence)
                .setUri(proof.getRequestHeader().getURI().toString())
                .setParam(parameter)
                .setAttack(attack)
                .setEvidence(evidence)
                .setMessage(proof)
                .raise();
    }

    @Override
    public int getId() {
        return facts.id();
    }

    @Override
    public String getName() {
        return facts.name();
    }

    @Override
    public String getDescription() {
        return facts.description();
    }

    @Override
    public int getCategory() {
        return Category.MISC;
    }

    @Override
    public String getSolution() {
        return facts.solution();
    }

    @Override
    public String getReference() {
        return "";
    }

    @Override
    public int getRisk() {
        return facts.risk();
    }

    @Override
    public int getCweId() {
        return facts.cwe();
    }

    @Override
    public Map<String, String> getAlertTags() {
        return facts.tags();
    }
}
