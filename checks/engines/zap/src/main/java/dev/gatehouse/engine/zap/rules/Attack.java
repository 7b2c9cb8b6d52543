package dev.gatehouse.engine.zap.rules;

import java.io.IOException;
import org.parosproxy.paros.network.HttpMessage;

/**
 * The attack of one rule on one parameter.
 *
 * @param value as the spider or the description of the interface gave it
 */
record Attack(ParameterRule rule, String parameter, String value) {

    /** The answer to the request with {@code other} as the parameter's value. */
    Answer with(String other) throws IOException {
        return new Answer(rule.send(parameter, other));
    }

    /** The answer that was there before any attack. */
    Answer before() {
        return new Answer(rule.base());
    }

    boolean over() {
        return rule.stopped();
    }

    void succeeded(Answer proof, String attack, String evidence, int confidence) {
        rule.report(proof.message(), parameter, attack, evidence, confidence);
    }

    /** The base message's page, for what one rule tells another about a parameter. */
    HttpMessage page() {
        return rule.base();
    }
}
