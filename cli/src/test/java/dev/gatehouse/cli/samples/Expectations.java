package dev.gatehouse.cli.samples;

import dev.gatehouse.findings.config.YamlFile;
import dev.gatehouse.findings.config.YamlMap;
import dev.gatehouse.findings.model.ScannerKind;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** An expectations file; its head says how to read it. */
record Expectations(List<Expectation> entries) {
    Expectations {
        entries = List.copyOf(entries);
    }

    static Expectations read(Path file) {
        return of(YamlFile.read(file));
    }

    static Expectations of(YamlMap file) {
        file.only("code", "dependencies", "requests", "beyond-scanners");
        return new Expectations(Stream.of("code", "dependencies", "requests")
                .flatMap(section -> file.get(section).stream())
                .flatMap(section -> section.list().stream())
                .map(entry -> Expectation.of(entry.map()))
                .toList());
    }

    /** What is expected of one scanner. */
    List<Expectation> of(ScannerKind scanner) {
        return entries.stream().filter(entry -> entry.scanner() == scanner).toList();
    }
}
