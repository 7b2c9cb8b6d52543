package dev.gatehouse.findings.identity;

import static dev.gatehouse.findings.Samples.code;
import static dev.gatehouse.findings.Samples.library;
import static dev.gatehouse.findings.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.findings.model.Finding;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdentityTest {

    @Test
    void anIdIsShortPlainTextWithTheVersionOfTheAlgorithm() {
        assertThat(id(code("shop.Cart", "add", 10, "c0ffee"))).matches("gh1-[0-9a-hjkmnp-tv-z]{20}");
    }

    /** A change here changes every id in every baseline: give the algorithm a new number in the prefix then. */
    @Test
    void theAlgorithmIsFrozen() {
        assertThat(id(code("shop.Cart", "add", 10, "c0ffee"))).isEqualTo("gh1-sfkpvsd2rmrfhkpsbtty");
        assertThat(id(library("pkg:maven/org.apache.struts/struts2-core@2.3.20", "a.jar", "CVE-2017-5638")))
                .isEqualTo("gh1-kfpttkq2sgj3de8y6b3h");
        assertThat(id(request("GET", "http://localhost/orders/7", "/orders/{id}", "q")))
                .isEqualTo("gh1-9y48hcn013d6t83nbrde");
    }

    @Test
    void lineFileClassAndPackageDoNotCount() {
        var id = id(code("shop.Cart", "add", 10, "c0ffee"));
        assertThat(id(code("shop.Cart", "add", 11, "c0ffee"))).isEqualTo(id);
        assertThat(id(code("store.Cart", "add", 10, "c0ffee"))).isEqualTo(id);
        assertThat(id(code("shop.Basket", "add", 10, "c0ffee"))).isEqualTo(id);
        assertThat(id(code("other-module", "shop.Cart", "add(Ljava/lang/String;)V", 10, "c0ffee")))
                .isEqualTo(id);
    }

    @Test
    void ruleMethodParametersAndContextCount() {
        var id = id(code("shop.Cart", "add", 10, "c0ffee"));
        assertThat(id(code("shop.Cart", "remove", 10, "c0ffee"))).isNotEqualTo(id);
        assertThat(id(code("shop", "shop.Cart", "add(I)V", 10, "c0ffee"))).isNotEqualTo(id);
        assertThat(id(code("shop.Cart", "add", 10, "decaf"))).isNotEqualTo(id);
    }

    @Test
    void aRenamedPackageInAParameterTypeChangesNothing() {
        assertThat(id(code("shop", "shop.Cart", "add(Lshop/Item;[Lshop/x/Tag;I)Lshop/Item;", 10, "c0ffee")))
                .isEqualTo(
                        id(code("shop", "store.Cart", "add(Lstore/Item;[Lstore/y/Tag;I)Lstore/Item;", 10, "c0ffee")));
    }

    @Test
    void theCompilersNumbersOfLambdaBodiesDoNotCount() {
        assertThat(id(code("shop.Cart", "lambda$add$0", 10, "c0ffee")))
                .isEqualTo(id(code("shop.Cart", "lambda$add$7", 10, "c0ffee")))
                .isNotEqualTo(id(code("shop.Cart", "lambda$remove$0", 10, "c0ffee")));
    }

    @Test
    void withoutContextTheClassTellsFindingsApart() {
        assertThat(id(code("shop", "shop.Cart", null, 0, "")))
                .isEqualTo(id(code("shop", "store.Cart", null, 0, "")))
                .isNotEqualTo(id(code("shop", "shop.Basket", null, 0, "")));
    }

    @Test
    void twinsInOneMethodAreNumberedFromTheTop() {
        var upper = code("shop.Cart", "add", 9, "c0ffee");
        var lower = code("shop.Cart", "add", 10, "c0ffee");
        var ids = ids(lower, upper);
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids.get(1)).isEqualTo(id(upper));
        assertThat(ids(upper, lower)).containsExactly(ids.get(1), ids.get(0));
    }

    @Test
    void aTwinInAnotherClassDoesNotRenumberTheOthers() {
        var first = code("shop.Aisle", "add", 9, "c0ffee");
        var second = code("shop.Basket", "add", 9, "c0ffee");
        var third = code("shop.Cart", "add", 9, "c0ffee");
        var all = ids(first, second, third);
        assertThat(all).doesNotHaveDuplicates();
        assertThat(ids(first, third)).containsExactly(all.get(0), all.get(2));
    }

    @Test
    void aLibrarysVersionFolderAndClassifierDoNotCount() {
        var id = id(library("pkg:maven/org.apache.struts/struts2-core@2.3.20", "lib/struts2-core-2.3.20.jar", "CVE-1"));
        assertThat(id(library(
                        "pkg:maven/org.apache.struts/struts2-core@2.3.24.1?type=jar#x",
                        "app.war!/WEB-INF/lib/struts2-core-2.3.24.1.jar",
                        "CVE-1")))
                .isEqualTo(id);
        assertThat(id(library("pkg:maven/org.apache.struts/struts2-core@2.3.20", "a.jar", "CVE-2")))
                .isNotEqualTo(id);
        assertThat(id(library("pkg:maven/org.apache.struts/struts2-rest@2.3.20", "a.jar", "CVE-1")))
                .isNotEqualTo(id);
    }

    @Test
    void theAtSignOfAScopeIsNoVersion() {
        assertThat(PackageName.of(dependency("pkg:npm/@angular/core@1.2.3", "x")))
                .isEqualTo(new PackageName("pkg:npm/@angular/core"));
        assertThat(PackageName.of(dependency("pkg:npm/@angular/core", "x")))
                .isEqualTo(new PackageName("pkg:npm/@angular/core"));
    }

    @Test
    void aFileWithoutPackageGoesByItsNameWithoutVersion() {
        assertThat(id(library("pkg:generic/legacy-tools-1.0.jar", "lib/legacy-tools-1.0.jar", "CVE-1")))
                .isEqualTo(id(library("pkg:generic/legacy-tools-1.1.jar", "libs/legacy-tools-1.1.jar", "CVE-1")))
                .isNotEqualTo(id(library("pkg:generic/other-1.0.jar", "lib/other-1.0.jar", "CVE-1")));
        assertThat(PackageName.withoutVersion("log4j-1.2-api-2.17.0.jar")).isEqualTo("log4j-1.2-api");
        assertThat(PackageName.withoutVersion("app.war!/WEB-INF/lib/commons-io-2.6-SNAPSHOT.jar"))
                .isEqualTo("commons-io");
        assertThat(PackageName.withoutVersion("2.0.jar")).isEqualTo("2.0");
    }

    @Test
    void aRequestGoesByRuleMethodTemplateAndParameter() {
        var id = id(request("GET", "http://localhost:8080/orders/7?q=1", "/orders/{id}", "q"));
        assertThat(id(request("GET", "http://staging/orders/9?q=2", "/orders/{id}", "q")))
                .isEqualTo(id);
        assertThat(id(request("POST", "http://localhost/orders/7", "/orders/{id}", "q")))
                .isNotEqualTo(id);
        assertThat(id(request("GET", "http://localhost/orders/7", "/orders/{id}", "p")))
                .isNotEqualTo(id);
        assertThat(id(request("GET", "http://localhost/orders/7", "/orders/{id}", null)))
                .isNotEqualTo(id(request("GET", "http://localhost/orders/7", "/orders/{id}", "")));
    }

    private static dev.gatehouse.findings.model.Location.Dependency dependency(String purl, String file) {
        return (dev.gatehouse.findings.model.Location.Dependency)
                library(purl, file, "CVE-1").location();
    }

    private static String id(Finding finding) {
        return ids(finding).get(0);
    }

    private static List<String> ids(Finding... findings) {
        return Identity.assign(Arrays.asList(findings)).stream()
                .map(Finding::id)
                .toList();
    }
}
