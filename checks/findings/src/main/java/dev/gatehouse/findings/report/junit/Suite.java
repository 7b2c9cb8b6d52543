package dev.gatehouse.findings.report.junit;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Test cases under one name. */
record Suite(String name, List<TestCase> cases) {
    Suite {
        cases = List.copyOf(cases);
    }

    long count(TestCase.Result result) {
        return cases.stream().filter(test -> test.result() == result).count();
    }

    void write(Writer xml, Instant at) throws IOException {
        xml.write(
                "  <testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\" time=\"0\" timestamp=\"%s\">\n"
                        .formatted(
                                XmlText.attribute(name),
                                cases.size(),
                                count(TestCase.Result.FAILURE),
                                count(TestCase.Result.ERROR),
                                count(TestCase.Result.SKIPPED),
                                at.truncatedTo(ChronoUnit.SECONDS)));
        for (var test : cases) {
            test.write(xml);
        }
        xml.write("  </testsuite>\n");
    }
}
