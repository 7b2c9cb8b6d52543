package dev.gatehouse.policy.edge.answer;

import dev.gatehouse.policy.edge.http.Head;
import java.util.Map;
import java.util.Optional;

/** The head of one document's refusals, in every language of its messages. */
final class RefusalHead {
    private final Head plain;
    private final Map<String, Head> byLanguage;

    RefusalHead(Head plain, Map<String, Head> byLanguage) {
        this.plain = plain;
        this.byLanguage = Map.copyOf(byLanguage);
    }

    Head in(Optional<String> language) {
        return language.map(byLanguage::get).orElse(plain);
    }
}
