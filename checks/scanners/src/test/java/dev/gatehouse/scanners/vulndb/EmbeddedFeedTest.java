package dev.gatehouse.scanners.vulndb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gatehouse.engine.protocol.sca.Vulnerability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedFeedTest {
    @TempDir
    Path folder;

    private Path file = Path.of("");
    private JsonNode feed = new JsonMapper().createObjectNode();

    @BeforeEach
    void write() throws IOException {
        EmbeddedFeed.write(folder);
        file = folder.resolve(EmbeddedFeed.FILE);
        try (var text = new GZIPInputStream(Files.newInputStream(file))) {
            feed = new JsonMapper().readTree(text);
        }
    }

    @Test
    void theDatabaseIsNamedByWhatTheFeedSays() throws IOException {
        try (var text = new GZIPInputStream(Files.newInputStream(file))) {
            assertThat(Digests.sha256(text)).isEqualTo(EmbeddedFeed.TEXT_SHA256);
        }
    }

    @Test
    void theDateIsThatOfTheNewestRecord() {
        var dates = new ArrayList<String>();
        records().forEach(record -> dates.add(record.get("lastModified").asText()));

        assertThat(dates.stream().max(String::compareTo).orElseThrow()).startsWith(EmbeddedFeed.DATE);
    }

    @Test
    void everyFactIsInItAndNoRecordTwice() {
        var ids = records().stream().map(record -> record.get("id").asText()).toList();

        assertThat(ids).doesNotHaveDuplicates().hasSize(1587);
        assertThat(ids)
                .containsAll(CveFact.embedded().stream().map(CveFact::cve).toList());
    }

    @Test
    void noTextLetsAnEcosystemBeGuessed() {
        assertThat(records()).allSatisfy(record -> {
            assertThat(record.get("descriptions").get(0).get("value").asText()).isEqualTo(Vulnerability.NO_DESCRIPTION);
            assertThat(record.get("references")).isEmpty();
        });
    }

    @Test
    void aFactReplacesWhatTheRecordSaysOfItsProductAndLeavesOthersAlone() {
        var log4Shell = records().stream()
                .filter(record -> record.get("id").asText().equals("CVE-2021-44228"))
                .findFirst()
                .orElseThrow();

        assertThat(log4Shell.findValues("versionEndExcluding"))
                .extracting(JsonNode::asText)
                .contains("2.3.1", "2.12.2", "2.15.0");
        assertThat(log4Shell.findValuesAsText("criteria")).contains("cpe:2.3:a:apache:log4j:2.0:rc1:*:*:*:*:*:*");
    }

    private List<JsonNode> records() {
        return feed.get("vulnerabilities").findValues("cve");
    }
}
