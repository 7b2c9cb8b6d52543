package dev.gatehouse.engine.zap.rules;

import java.io.IOException;
import java.util.Map;
import org.parosproxy.paros.core.scanner.AbstractAppParamPlugin;
import org.parosproxy.paros.core.scanner.Category;
import org.parosproxy.paros.core.scanner.Kb;
import org.parosproxy.paros.network.HttpMessage;

/** A rule that tries values for one parameter of a request after the other. Redirects are never followed. */
abstract class ParameterRule extends AbstractAppParamPlugin {
    private final Facts facts;

    ParameterRule(Facts facts) {
        this.facts = facts;
    }

    /** Tries values for one parameter. */
    abstract void attack(Attack attack) throws IOException;

    @Override
    public final void scan(HttpMessage message, String parameter, String value) {
        try {
            attack(new Attack(this, parameter, value == null ? "" : value));
        } catch (IOException e) {
            // the application closed the connection or took too long: nothing to learn from this parameter
            getLogger().debug("no answer for {}", parameter, e);
        }
    }

    /** Sends the request with another value of the parameter. */
    HttpMessage send(String parameter, String value) throws IOException {
        var message = getNewMsg();
        setParameter(message, parameter, value);
        sendAndReceive(message, false);
        return message;
    }

    HttpMessage base() {
        return getBaseMsg();
    }

    boolean stopped() {
        return isStop();
    }

    Kb knowledge() {
        return getKb();
    }

    /** Tells ZAP what was found. */
    void report(HttpMessage proof, String parameter, String attack, String evidence, int confidence) {
        newAlert()
                .setConfidence(confidence)
                .setUri(getBaseMsg().getRequestHeader().getURI().toString())
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
        return Category.INJECTION;
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
