package dev.gatehouse.findings;

import dev.gatehouse.findings.model.Finding;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Lists of findings that look alike all the time: few rules, classes, methods, lines and contexts. */
public final class RandomFindings extends DomainContextBase {

    @Provide
    Arbitrary<List<Finding>> findings() {
        return Arbitraries.oneOf(code(), library(), request()).list().ofMaxSize(40);
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }

    private static Arbitrary<Finding> code() {
        return Combinators.combine(
                        Arbitraries.of("shop.Cart", "shop.Cart$1", "shop.Basket", "store.Cart", "Main"),
                        Arbitraries.of("add(Lshop/Item;)V", "add(I)V", "lambda$add$0()V")
                                .injectNull(0.2),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.of("c0ffee", "decaf", ""))
                .as((type, method, line, context) -> Samples.code("shop", type, method, line, context));
    }

    private static Arbitrary<Finding> library() {
        return Combinators.combine(
                        Arbitraries.of("pkg:maven/g/a@1.0", "pkg:maven/g/a@1.1", "pkg:maven/g2/a@1.0", "pkg:generic/a"),
                        Arbitraries.of("lib/a-1.0.jar", "app.war!/WEB-INF/lib/a-1.0.jar"),
                        Arbitraries.of("CVE-1", "CVE-2"))
                .as(Samples::library);
    }

    private static Arbitrary<Finding> request() {
        return Combinators.combine(
                        Arbitraries.of("GET", "POST"),
                        Arbitraries.of("http://a/orders/1", "http://b/orders/2"),
                        Arbitraries.of("/orders/{id}", "/"),
                        Arbitraries.of("q", "").injectNull(0.3))
                .as(Samples::request);
    }
}
